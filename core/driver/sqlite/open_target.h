// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"

namespace joinery::driver::sqlite {

/// What a URL and the options mean for sqlite3_open_v2.
struct OpenTarget
{
    QByteArray uri;        ///< file:... with SQLite's own parameters
    QString path;          ///< empty for memory
    int flags = 0;
    int busyMilliseconds = 5000;
    bool foreignKeys = true;
    struct Attached
    {
        QString name;
        QString path;
        QByteArray uri;
    };
    std::vector<Attached> attached; ///< attach=name:path, in their order
};

/// InvalidInput for a malformed parameter, NotADatabase for a folder; the rest is SQLite's to say.
Result<OpenTarget> openTarget(const Url &url, const ConnectOptions &options);

} // namespace joinery::driver::sqlite
