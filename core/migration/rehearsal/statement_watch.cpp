// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/rehearsal/statement_watch.h"

#include "core/schema/sql_text.h"

namespace joinery::migration {

namespace {

/// What every reader takes tells nothing.
bool isWorthAWord(const QString &mode) { return mode != QLatin1String("AccessShareLock"); }

/// "INSTANT" of "ALTER TABLE ..., ALGORITHM=INSTANT", with its LOCK.
QString algorithmOf(const QString &sql)
{
    const qsizetype at = sql.lastIndexOf(QLatin1String("ALGORITHM="));
    return at < 0 ? QString() : sql.mid(at + 10).trimmed();
}

} // namespace

Status StatementWatch::begin(const CancelToken &token)
{
    m_statements.clear();
    m_held.clear();
    JOINERY_TRY_VALUE(m_storage, storage(token));
    return {};
}

Result<QHash<QString, QString>> StatementWatch::storage(const CancelToken &token)
{
    QHash<QString, QString> places;
    if (m_sql.storage.isEmpty())
        return places;
    JOINERY_TRY_VALUE(const driver::RowBlock rows, m_connection.fetch(m_sql.storage, {}, token));
    for (int row = 0; row < rows.rowCount(); ++row)
        places.insert(rows.value(row, 0).toText(), rows.value(row, 1).toText());
    return places;
}

std::optional<qint64> StatementWatch::expected(const RanStatement &statement) const
{
    double ratio = 0;
    for (const CopiedRows &rows : m_rows) {
        if (rows.copied > 0 && rows.source > rows.copied && schema::mentionsTable(statement.sql, rows.table, m_dialect.name()))
            ratio = std::max(ratio, double(rows.source) / double(rows.copied));
    }
    return ratio > 0 ? std::optional(qint64(double(statement.microseconds) * ratio)) : std::nullopt;
}

Status StatementWatch::ran(const RanStatement &statement, const CancelToken &token)
{
    RehearsedStatement seen{statement.revision, statement.sql, statement.microseconds, expected(statement), {}, {}, algorithmOf(statement.sql)};
    if (!m_sql.locks.isEmpty()) {
        JOINERY_TRY_VALUE(const driver::RowBlock rows, m_connection.fetch(m_sql.locks, {}, token));
        QSet<QString> held;
        for (int row = 0; row < rows.rowCount(); ++row) {
            const QString mode = rows.value(row, 1).toText();
            const QString lock = QStringLiteral("%1 on %2").arg(mode, rows.value(row, 0).toText());
            held.insert(lock);
            if (isWorthAWord(mode) && !m_held.contains(lock))
                seen.locks.append(lock);
        }
        m_held = held;
    }
    JOINERY_TRY_VALUE(const auto now, storage(token));
    for (auto it = now.begin(); it != now.end(); ++it) {
        const QString before = m_storage.value(it.key());
        if (!before.isEmpty() && before != it.value())
            seen.rewrites.append(it.key());
    }
    seen.rewrites.sort();
    // A rebuild drops the table and gives its name to another one: both names are looked at until then.
    for (auto it = now.begin(); it != now.end(); ++it)
        m_storage.insert(it.key(), it.value());
    m_statements.push_back(std::move(seen));
    return {};
}

} // namespace joinery::migration
