// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/url.h"

namespace joinery::project {

/// A database that a project knows. The password is in the system's keychain, or is asked for.
struct Environment
{
    enum class Kind { Development, Staging, Production };
    QString name;
    QString url;                ///< without a password; sqlite paths may be relative to the project folder
    Kind kind = Kind::Development;
    bool readOnly = false;
    friend bool operator==(const Environment &, const Environment &) = default;

    static Environment of(const QString &name, const driver::Url &url) { return {name, url.toStorageString()}; }
};

QString kindName(Environment::Kind kind); ///< "development", "staging", "production"

} // namespace joinery::project
