// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/keyed_insert.h"

#include <algorithm>
#include <numeric>

namespace joinery::transfer {

namespace {

/// The keys of a table that hold for all of its rows.
std::vector<QStringList> keysOf(const schema::Table &table)
{
    std::vector<QStringList> keys;
    if (table.primaryKey)
        keys.push_back(table.primaryKey->columns);
    for (const schema::Unique &unique : table.uniques)
        keys.push_back(unique.columns);
    for (const schema::Index &index : table.indexes) {
        const bool plain = index.unique && index.where.isEmpty()
                           && std::ranges::all_of(index.items, [](const schema::IndexItem &item) { return !item.column.isEmpty() && !item.length; });
        if (!plain)
            continue;
        QStringList columns;
        for (const schema::IndexItem &item : index.items)
            columns.append(item.column);
        keys.push_back(columns);
    }
    return keys;
}

bool sameColumns(QStringList one, QStringList other)
{
    one.sort();
    other.sort();
    return one == other;
}

} // namespace

Result<QStringList> conflictKey(const schema::Table &table, const QStringList &columns, const QStringList &wanted)
{
    QStringList described;
    for (const QStringList &key : keysOf(table)) {
        const bool isHeld = std::ranges::all_of(key, [&](const QString &column) { return columns.contains(column); });
        if (isHeld && (wanted.isEmpty() || sameColumns(key, wanted)))
            return key;
        described.append(u'(' + key.join(QStringLiteral(", ")) + u')');
    }
    const QString name = table.name.toString();
    if (described.isEmpty())
        return fail(ErrorKind::InvalidInput, QStringLiteral("The table %1 has no key by which its rows could be found.").arg(name));
    const QString asked = wanted.isEmpty() ? QStringLiteral("The columns of the file hold no key of the table %1. It has: %2.")
                                           : QStringLiteral("(%3) is no key of the table %1 that the columns of the file hold. It has: %2.");
    const QString sentence = asked.arg(name, described.join(QStringLiteral(", ")));
    return fail(ErrorKind::InvalidInput, wanted.isEmpty() ? sentence : sentence.arg(wanted.join(QStringLiteral(", "))));
}

Result<std::unique_ptr<KeyedInsert>> KeyedInsert::start(driver::Connection &connection, const dialect::Dialect &dialect,
                                                        const Target &target, OnConflict onConflict, const CancelToken &token)
{
    const auto words = dialect.insertIfNew(target.table, target.columns, target.key);
    if (!words)
        return fail(ErrorKind::Unsupported, QStringLiteral("Rows that are there already can be skipped or updated on SQLite, "
                                                           "PostgreSQL, MySQL and MariaDB alone."));
    std::unique_ptr<KeyedInsert> insert(new KeyedInsert(connection, token));
    insert->m_insert = {words->sql, words->parameters};
    if (onConflict == OnConflict::Update) {
        QStringList assignments, conditions;
        std::vector<int> parameters;
        const auto equation = [&](const QString &column) {
            parameters.push_back(int(target.columns.indexOf(column)));
            return QStringLiteral("%1 = %2").arg(dialect.quote(column), dialect.placeholder(int(parameters.size())));
        };
        for (const QString &column : target.columns) {
            if (!target.key.contains(column))
                assignments.append(equation(column));
        }
        for (const QString &column : target.key)
            conditions.append(equation(column));
        if (!assignments.isEmpty())
            insert->m_update = {QStringLiteral("UPDATE %1 SET %2 WHERE %3").arg(dialect.quote(target.table), assignments.join(QStringLiteral(", ")),
                                                                               conditions.join(QStringLiteral(" AND "))), parameters};
    }
    if (!words->before.isEmpty()) {
        JOINERY_TRY(connection.run(words->before, {}, token));
        insert->m_after = words->after;
    }
    return insert;
}

KeyedInsert::~KeyedInsert()
{
    if (!m_after.isEmpty() && m_connection.isOpen())
        (void)m_connection.run(m_after);
}

Status KeyedInsert::write(const driver::RowBlock &rows, int first, int count)
{
    m_failedRow = -1;
    std::vector<int> waiting(size_t(count), 0);
    std::iota(waiting.begin(), waiting.end(), first);
    // Statements of the same kind together are prepared once. A row that is found in neither round is one that comes twice
    // in these rows: it was inserted above itself.
    const auto round = [&](const Statement &statement, qint64 &counter) -> Status {
        if (statement.sql.isEmpty() || waiting.empty())
            return {};
        JOINERY_TRY_VALUE(const std::vector<bool> hit, run(statement, rows, waiting, first));
        std::vector<int> missed;
        for (size_t i = 0; i < waiting.size(); ++i) {
            if (hit[i])
                ++counter;
            else
                missed.push_back(waiting[i]);
        }
        waiting = std::move(missed);
        return {};
    };
    JOINERY_TRY(round(m_update, m_updated));
    JOINERY_TRY(round(m_insert, m_inserted));
    JOINERY_TRY(round(m_update, m_updated));
    m_kept += qint64(waiting.size());
    m_taken += count;
    return {};
}

/// Which of these rows the statement did something with.
Result<std::vector<bool>> KeyedInsert::run(const Statement &statement, const driver::RowBlock &rows, const std::vector<int> &which, int first)
{
    JOINERY_TRY_VALUE(const std::unique_ptr<driver::StatementBatch> batch, m_connection.batch(m_token));
    const auto send = [&]() -> Status {
        std::vector<driver::Value> values(statement.parameters.size());
        for (const int row : which) {
            for (size_t i = 0; i < values.size(); ++i)
                values[i] = rows.value(row, statement.parameters[i]);
            JOINERY_TRY(batch->add(statement.sql, values));
        }
        return batch->finish();
    };
    if (Status sent = send(); !sent) {
        if (const qint64 failed = batch->failedStatement(); failed >= 0 && failed < qint64(which.size()))
            m_failedRow = m_taken + which[size_t(failed)] - first;
        Error error = sent.error(); // the statement is ours, and says nothing to who loads a file
        error.statement.clear();
        error.offset = -1;
        return fail(std::move(error));
    }
    std::vector<bool> hit;
    for (const driver::StatementOutcome &outcome : batch->outcomes())
        hit.push_back(outcome.affectedRows > 0);
    return hit;
}

} // namespace joinery::transfer
