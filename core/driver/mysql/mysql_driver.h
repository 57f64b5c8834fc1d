// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"

namespace joinery::driver::mysql {

/// MySQL and MariaDB over libmariadb. Query parameters of the URL: unix_socket; ssl_mode (disabled, preferred, required,
/// verify_ca, verify_identity), ssl_ca, ssl_capath, ssl_cert, ssl_key, ssl_cipher, ssl_passphrase; connect_timeout;
/// init_command. Those that SQLAlchemy's drivers need for themselves (charset, ...) are accepted: the connection is always
/// utf8mb4.
class MysqlDriver : public Driver
{
public:
    QString name() const override { return QStringLiteral("mysql"); }
    Result<std::unique_ptr<Connection>> connect(const Url &url, const ConnectOptions &options,
                                                const CancelToken &token) const override;
};

} // namespace joinery::driver::mysql
