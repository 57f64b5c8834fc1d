// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/qtsql/qtsql_driver.h"

#include "core/driver/qtsql/qtsql_connection.h"

namespace joinery::driver::qtsql {

Result<std::unique_ptr<Connection>> QtSqlDriver::connect(const Url &url, const ConnectOptions &options,
                                                         const CancelToken &token) const
{
    JOINERY_TRY(token.check());
    JOINERY_TRY_VALUE(ConnectText text, ConnectText::from(url, options));
    return QtSqlConnection::open(std::move(text), options, token);
}

} // namespace joinery::driver::qtsql
