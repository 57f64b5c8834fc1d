// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/version_table.h"

namespace joinery::migration {

namespace {

/// The name as Alembic writes it: without quotes where none are needed.
QString sqlName(const dialect::Dialect &dialect, const schema::Name &name)
{
    const QString plain = dialect.quoteIfNeeded(name.name);
    return name.schema.isEmpty() ? plain : QString(dialect.quoteIfNeeded(name.schema) + u'.' + plain);
}

} // namespace

VersionTable::VersionTable(const dialect::Dialect &dialect, schema::Name name)
    : m_dialect(&dialect), m_name(std::move(name))
{
}

Result<QStringList> VersionTable::read(driver::Connection &connection, const CancelToken &token) const
{
    // A failing SELECT spoils an open transaction of PostgreSQL.
    const bool guarded = connection.transactionState() == driver::TransactionState::Open;
    const QString point = QStringLiteral("joinery_version_table");
    if (guarded)
        JOINERY_TRY(connection.savepoint(point));
    const Result<driver::RowBlock> rows =
        connection.fetch(QStringLiteral("SELECT version_num FROM ") + sqlName(*m_dialect, m_name), {}, token);
    if (!rows) {
        if (rows.error().kind != ErrorKind::Undefined)
            return fail(rows.error());
        if (guarded)
            JOINERY_TRY(connection.rollbackTo(point));
        return QStringList();
    }
    if (guarded)
        JOINERY_TRY(connection.release(point));
    QStringList heads;
    for (int row = 0; row < rows->rowCount(); ++row)
        heads.append(QString::fromUtf8(rows->bytes(row, 0)));
    heads.sort();
    return heads;
}

Status VersionTable::ensure(driver::Connection &connection, const CancelToken &token) const
{
    // IF NOT EXISTS leaves the table of Alembic as it is, and costs nothing where it is there.
    QString sql = createSql();
    sql.replace(0, int(qstrlen("CREATE TABLE")), QStringLiteral("CREATE TABLE IF NOT EXISTS"));
    JOINERY_TRY(connection.run(sql, {}, token));
    connection.takeNotices();
    return {};
}

Status VersionTable::write(driver::Connection &connection, const VersionEdits &edits, const CancelToken &token) const
{
    for (const VersionEdit &edit : edits) {
        JOINERY_TRY_VALUE(const qint64 rows, connection.run(sql(edit), {}, token));
        if (rows != 1) {
            Error error;
            error.kind = ErrorKind::Conflict;
            error.damage = Damage::Transaction;
            error.message = QStringLiteral("The table %1 was changed by somebody else: one row was to change, and %2 did.")
                                .arg(m_name.toString()).arg(rows);
            error.statement = sql(edit);
            return fail(std::move(error));
        }
    }
    return {};
}

QString VersionTable::createSql() const
{
    return QStringLiteral("CREATE TABLE %1 (\n    version_num VARCHAR(32) NOT NULL, \n    CONSTRAINT %2 PRIMARY KEY (version_num)\n)")
        .arg(sqlName(*m_dialect, m_name), m_dialect->quoteIfNeeded(m_name.name + QStringLiteral("_pkc")));
}

QString VersionTable::dropSql() const
{
    return QStringLiteral("DROP TABLE ") + sqlName(*m_dialect, m_name);
}

QString VersionTable::sql(const VersionEdit &edit) const
{
    const QString table = sqlName(*m_dialect, m_name);
    const auto literal = [&](const QString &id) { return m_dialect->literal(driver::Value::text(id)); };
    switch (edit.kind) {
    case VersionEdit::Kind::Insert:
        return QStringLiteral("INSERT INTO %1 (version_num) VALUES (%2)").arg(table, literal(edit.to));
    case VersionEdit::Kind::Update:
        return QStringLiteral("UPDATE %1 SET version_num=%2 WHERE %1.version_num = %3")
            .arg(table, literal(edit.to), literal(edit.from));
    case VersionEdit::Kind::Delete:
        break;
    }
    return QStringLiteral("DELETE FROM %1 WHERE %1.version_num = %2").arg(table, literal(edit.from));
}

} // namespace joinery::migration
