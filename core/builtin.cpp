// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"

#include "core/dialect/mysql/mysql_dialect.h"
#include "core/dialect/postgresql/postgresql_dialect.h"
#include "core/dialect/sqlite/sqlite_dialect.h"

namespace joinery {

std::vector<const dialect::Dialect *> allDialects()
{
    static const dialect::SqliteDialect sqlite;
    static const dialect::PostgresqlDialect postgresql;
    static const dialect::MysqlDialect mysql;
    static const dialect::GenericDialect generic;
    return {&sqlite, &postgresql, &mysql, &generic};
}

const dialect::Dialect *findDialect(const QString &name)
{
    for (const dialect::Dialect *dialect : allDialects()) {
        if (dialect->name() == name)
            return dialect;
    }
    return nullptr;
}

const dialect::Dialect &dialectOf(const driver::Url &url)
{
    const dialect::Dialect *own = findDialect(url.dialect);
    return own ? *own : *allDialects().back();
}

const dialect::Dialect &dialectOf(const driver::Connection &connection)
{
    const dialect::Dialect *own = findDialect(connection.server().dialect);
    return own ? *own : *allDialects().back();
}

} // namespace joinery
