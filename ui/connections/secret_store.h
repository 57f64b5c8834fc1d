// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QObject>

namespace joinery::ui {

/// Where passwords are kept when the user wants it. Answers come later, on the GUI thread.
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    virtual void read(const QString &key, QObject *receiver, std::function<void(Result<QString>)> done) = 0;
    virtual void write(const QString &key, const QString &secret, QObject *receiver, std::function<void(Status)> done) = 0;
    virtual void remove(const QString &key) = 0;
};

} // namespace joinery::ui
