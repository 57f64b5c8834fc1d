// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/postgresql_dialect.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace joinery::dialect {

std::optional<SessionLock> PostgresqlDialect::migrationLock(const QString &database) const
{
    // Advisory locks are keyed by 64 bits, and hold within one database.
    const QByteArray name = "joinery:" + database.toUtf8();
    const QByteArray hash = QCryptographicHash::hash(name, QCryptographicHash::Sha256);
    const qint64 key = qFromBigEndian<qint64>(hash.constData());
    SessionLock lock;
    lock.tryAcquire = QStringLiteral("SELECT pg_catalog.pg_try_advisory_lock(%1)").arg(key);
    lock.release = QStringLiteral("SELECT pg_catalog.pg_advisory_unlock(%1)").arg(key);
    lock.holder = QStringLiteral(
        "SELECT 'process ' || a.pid || ' of ' || a.usename || coalesce(' from ' || a.client_addr, '') || ', ' || "
        "a.application_name FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid "
        "WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 "
        "AND ((l.classid::bigint << 32) | l.objid::bigint) = %1").arg(key);
    return lock;
}

LockTimeouts PostgresqlDialect::lockTimeouts() const
{
    // Who waits for a lock on a table stops everybody behind: better to try again. CONCURRENTLY runs outside, and waits.
    return {.begin = {}, .transaction = {QStringLiteral("SET LOCAL lock_timeout = '2s'")}, .end = {}};
}

QString PostgresqlDialect::orphanSearch(const QString &sql) const
{
    constexpr int kShown = 200; // pg_stat_activity cuts at track_activity_query_size
    return QStringLiteral("SELECT 'SELECT pg_catalog.pg_terminate_backend(' || pid || ')' FROM pg_catalog.pg_stat_activity WHERE datname = current_database() "
                          "AND pid <> pg_catalog.pg_backend_pid() AND state = 'active' AND left(query, %1) = %2")
        .arg(kShown).arg(literal(driver::Value::text(sql.left(kShown))));
}

std::optional<ScratchSql> PostgresqlDialect::scratchDatabase(const QString &name) const
{
    // DROP DATABASE ... WITH (FORCE) came with version 13 only.
    return ScratchSql{QLatin1String("CREATE DATABASE ") + quote(name),
                      {QStringLiteral("SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity "
                                      "WHERE datname = %1 AND pid <> pg_catalog.pg_backend_pid()").arg(textLiteral(name.toUtf8())),
                       QLatin1String("DROP DATABASE IF EXISTS ") + quote(name)}};
}

ShadowSql PostgresqlDialect::shadowSql() const
{
    ShadowSql sql;
    sql.wholeDatabase = QStringLiteral(" TEMPLATE %1");
    sql.maintenance = QStringLiteral("postgres");
    sql.alike = QStringLiteral("SELECT format(' TEMPLATE template0 ENCODING %L LC_COLLATE %L LC_CTYPE %L', pg_catalog.pg_encoding_to_char(encoding), "
                               "datcollate, datctype) FROM pg_catalog.pg_database WHERE datname = current_database()");
    sql.keysBehindRows = true;
    sql.rowsOf = QStringLiteral("ONLY %1");
    sql.counters = QStringLiteral("SELECT format('SELECT pg_catalog.setval(%L, %s, true)', quote_ident(schemaname) || '.' || quote_ident(sequencename), "
                                  "last_value) FROM pg_catalog.pg_sequences WHERE last_value IS NOT NULL ORDER BY schemaname, sequencename");
    sql.locks = QStringLiteral("SELECT DISTINCT l.relation::pg_catalog.regclass::text, l.mode FROM pg_catalog.pg_locks l "
                               "JOIN pg_catalog.pg_class c ON c.oid = l.relation JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
                               "WHERE l.pid = pg_catalog.pg_backend_pid() AND l.granted AND c.relkind IN ('r', 'p', 'm') "
                               "AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_toast%' ORDER BY 1, 2");
    sql.storage = QStringLiteral("SELECT c.oid::pg_catalog.regclass::text, c.relfilenode::text FROM pg_catalog.pg_class c "
                                 "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'm') "
                                 "AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_toast%'");
    return sql;
}

} // namespace joinery::dialect
