// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/sqlite/sqlite_driver.h"

#include "core/driver/sqlite/open_target.h"
#include "core/driver/sqlite/sqlite_connection.h"

namespace joinery::driver::sqlite {

Result<std::unique_ptr<Connection>> SqliteDriver::connect(const Url &url, const ConnectOptions &options,
                                                          const CancelToken &token) const
{
    JOINERY_TRY(token.check());
    JOINERY_TRY_VALUE(const OpenTarget target, openTarget(url, options));
    Result<std::unique_ptr<Connection>> connection = SqliteConnection::open(target, options, token);
    // SQLite's words do not say which file they are about.
    if (!connection && connection.error().detail.isEmpty() && !target.path.isEmpty())
        connection.error().detail = target.path;
    return connection;
}

} // namespace joinery::driver::sqlite
