// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/mysql/mysql_driver.h"

#include "core/driver/mysql/connect_settings.h"
#include "core/driver/mysql/libmariadb.h"
#include "core/driver/mysql/mysql_connection.h"

namespace joinery::driver::mysql {

Result<std::unique_ptr<Connection>> MysqlDriver::connect(const Url &url, const ConnectOptions &options,
                                                         const CancelToken &token) const
{
    JOINERY_TRY(loadLibmariadb());
    // The library's own first call is not thread-safe.
    static const int ready = maria().mysql_server_init(0, nullptr, nullptr);
    if (ready != 0)
        return fail(ErrorKind::Internal, QStringLiteral("libmariadb could not be initialised."));
    JOINERY_TRY(token.check());
    JOINERY_TRY_VALUE(ConnectSettings settings, ConnectSettings::from(url, options));
    return MysqlConnection::open(std::move(settings), options, token);
}

} // namespace joinery::driver::mysql
