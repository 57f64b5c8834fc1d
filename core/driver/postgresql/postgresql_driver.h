// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"

namespace joinery::driver::postgresql {

/// PostgreSQL over libpq. The URL's query parameters are libpq's own (sslmode, sslrootcert, options, ...); host and port
/// may stand there too, several of them as SQLAlchemy writes them: ?host=a:5432&host=b:5433.
class PostgresqlDriver : public Driver
{
public:
    QString name() const override { return QStringLiteral("postgresql"); }
    Result<std::unique_ptr<Connection>> connect(const Url &url, const ConnectOptions &options,
                                                const CancelToken &token) const override;
};

} // namespace joinery::driver::postgresql
