// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"

struct st_mysql;

namespace joinery::driver::mysql {

/// What a URL and the options mean for mysql_real_connect.
struct ConnectSettings
{
    enum class Tls { Disabled, Preferred, Required, Verified };

    QByteArray host;
    int port = 0;
    QByteArray user;
    QByteArray password;
    QByteArray database;
    QByteArray socket;         ///< of the file system; empty: TCP where there is a host, the usual socket where there is none
    Tls tls = Tls::Preferred;
    QByteArray ca, caPath, certificate, key, cipher, passphrase;
    QByteArray initCommand;
    QByteArray applicationName;
    int timeoutSeconds = 10;

    /// InvalidInput for a query parameter that means nothing.
    static Result<ConnectSettings> from(const Url &url, const ConnectOptions &options);
    bool usesTcp() const { return socket.isEmpty() && !host.isEmpty(); }
    QString place() const;                  ///< "host:port" or the socket, for sentences
    void applyTo(st_mysql *handle) const;   ///< before connecting
};

} // namespace joinery::driver::mysql
