// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/mysql/mysql_dialect.h"

#include <QCryptographicHash>

namespace joinery::dialect {

std::optional<SessionLock> MysqlDialect::migrationLock(const QString &database) const
{
    // Names of locks hold for the whole server and may be 64 characters long.
    const QString name = QStringLiteral("joinery:")
        + QString::fromLatin1(QCryptographicHash::hash(database.toUtf8(), QCryptographicHash::Md5).toHex());
    SessionLock lock;
    lock.tryAcquire = QStringLiteral("SELECT GET_LOCK('%1', 0)").arg(name);
    lock.release = QStringLiteral("SELECT RELEASE_LOCK('%1')").arg(name);
    lock.holder = QStringLiteral("SELECT concat('connection ', IS_USED_LOCK('%1'))").arg(name);
    return lock;
}

std::optional<ScratchSql> MysqlDialect::scratchDatabase(const QString &name) const
{
    return ScratchSql{QLatin1String("CREATE DATABASE ") + quote(name), {QLatin1String("DROP DATABASE IF EXISTS ") + quote(name)}};
}

ShadowSql MysqlDialect::shadowSql() const
{
    ShadowSql sql;
    sql.alike = QStringLiteral("SELECT concat(' CHARACTER SET ', @@character_set_database, ' COLLATE ', @@collation_database)");
    // Not strict: what the source holds from laxer days (0000-00-00) has to come along.
    sql.prepare = QStringList{QStringLiteral("SET SESSION foreign_key_checks = 0"), QStringLiteral("SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO'")};
    sql.finish = QStringList{QStringLiteral("SET SESSION foreign_key_checks = DEFAULT"), QStringLiteral("SET SESSION sql_mode = DEFAULT")};
    return sql;
}

} // namespace joinery::dialect
