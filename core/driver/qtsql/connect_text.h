// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"

namespace joinery::driver::qtsql {

/// What a URL means for QSqlDatabase.
struct ConnectText
{
    QString plugin;   ///< "QODBC", "QIBASE", ...
    QString database; ///< ODBC: the connection string
    QString host;
    int port = -1;
    QString user;
    QString password;
    QString options;  ///< as QSqlDatabase::setConnectOptions wants them
    QString place;    ///< for sentences, without a password

    bool isOdbc() const { return plugin == u"QODBC"; }
    /// InvalidInput where it names neither a data source nor a driver.
    static Result<ConnectText> from(const Url &url, const ConnectOptions &options);
    /// Adds what makes this ODBC driver stream its results instead of storing them, where the user said nothing else.
    /// False where there is nothing to add.
    bool addStreaming(const QString &driverFile);
};

} // namespace joinery::driver::qtsql
