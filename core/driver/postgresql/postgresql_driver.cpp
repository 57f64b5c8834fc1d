// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/postgresql/postgresql_driver.h"

#include "core/driver/postgresql/connecting.h"
#include "core/driver/postgresql/libpq.h"
#include "core/driver/postgresql/postgresql_connection.h"

namespace joinery::driver::postgresql {

Result<std::unique_ptr<Connection>> PostgresqlDriver::connect(const Url &url, const ConnectOptions &options,
                                                              const CancelToken &token) const
{
    JOINERY_TRY(token.check());
    JOINERY_TRY(loadLibpq());
    JOINERY_TRY_VALUE(ConnectParameters parameters, ConnectParameters::from(url, options));
    JOINERY_TRY_VALUE(pg_conn *connection, connectTo(std::move(parameters), token));
    return PostgresqlConnection::open(connection, options, token);
}

} // namespace joinery::driver::postgresql
