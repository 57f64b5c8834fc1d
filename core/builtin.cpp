// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"

#include "core/dialect/generic/generic_variant.h"
#include "core/dialect/mysql/mysql_dialect.h"
#include "core/dialect/postgresql/postgresql_dialect.h"
#include "core/dialect/sqlite/sqlite_dialect.h"
#include "core/driver/mysql/mysql_driver.h"
#include "core/driver/postgresql/postgresql_driver.h"
#include "core/driver/qtsql/qtsql_driver.h"
#include "core/driver/sqlite/sqlite_driver.h"
#include "core/driver/statement_timer.h"

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
    // What the driver of another database says of names decides between these (driver/qtsql).
    static const dialect::GenericVariant backtick(QStringLiteral("generic-backtick"), QStringLiteral("`"));
    static const dialect::GenericVariant mysql(QStringLiteral("generic-mysql"), QStringLiteral("`"), true);
    static const dialect::GenericVariant bare(QStringLiteral("generic-bare"), QString());
    for (const dialect::Dialect *variant : {&backtick, &mysql, &bare}) {
        if (variant->name() == name)
            return variant;
    }
    for (const dialect::Dialect *dialect : allDialects()) {
        if (dialect->name() == name)
            return dialect;
    }
    return nullptr;
}

const dialect::Dialect &dialectNamed(const QString &name)
{
    const dialect::Dialect *own = findDialect(name);
    return own ? *own : *allDialects().back();
}

const dialect::Dialect &dialectOf(const driver::Url &url) { return dialectNamed(url.dialect); }

const dialect::Dialect &dialectOf(const driver::Connection &connection) { return dialectNamed(connection.server().dialect); }

namespace {

const driver::Driver *findDriver(const QString &name)
{
    static const driver::sqlite::SqliteDriver sqlite;
    static const driver::postgresql::PostgresqlDriver postgresql;
    static const driver::mysql::MysqlDriver mysql;
    static const driver::qtsql::QtSqlDriver odbc(QStringLiteral("odbc"));
    static const driver::qtsql::QtSqlDriver qtsql(QStringLiteral("qtsql"));
    static const driver::Driver *const drivers[] = {&sqlite, &postgresql, &mysql, &odbc, &qtsql};
    for (const driver::Driver *driver : drivers) {
        if (driver->name() == name)
            return driver;
    }
    return nullptr;
}

} // namespace

Result<std::unique_ptr<driver::Connection>> connect(const driver::Url &url, const driver::ConnectOptions &options,
                                                    const CancelToken &token)
{
    const driver::Driver *driver = findDriver(url.dialect);
    if (!driver)
        return fail(ErrorKind::Unsupported, QStringLiteral("There is no driver for %1.").arg(url.dialect));
    JOINERY_TRY_VALUE(std::chrono::milliseconds limit, driver::statementTimeoutOf(url));
    if (options.statementTimeoutSeconds > 0)
        limit = std::chrono::milliseconds(qint64(options.statementTimeoutSeconds * 1000));
    JOINERY_TRY_VALUE(auto connection, driver->connect(driver::withoutStatementTimeout(url), options, token));
    connection->setStatementTimeout(limit);
    return connection;
}

} // namespace joinery
