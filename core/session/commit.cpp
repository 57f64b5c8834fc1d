// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/commit.h"

#include "core/session/keyed_rows.h"
#include "core/session/one_row.h"

namespace joinery::session {

using driver::Value;

namespace {

constexpr size_t kChangesOfABatch = 500;

class Commit
{
public:
    Commit(driver::Connection &connection, const dialect::Dialect &dialect, const RowSource &source, const CancelToken &token,
           CommitReport &report)
        : m_connection(connection), m_dialect(dialect), m_source(source), m_token(token), m_report(report)
    {
    }

    /// Whether the rows are as they were, then all statements at once. Sets CommitReport::failedChange.
    Status apply(std::span<const RowChange> changes)
    {
        JOINERY_TRY(m_token.check());
        JOINERY_TRY(checkUnchanged(changes));
        // Nothing will be written any more; the rest is looked at, so that all conflicts are told at once.
        if (!m_report.conflicts.empty())
            return {};
        std::vector<ChangeStatement> statements;
        for (const RowChange &change : changes)
            statements.push_back(changeStatement(m_dialect, m_source, change));
        JOINERY_TRY_VALUE(const auto batch, m_connection.batch(m_token));
        const Status sent = send(*batch, statements);
        if (!sent && batch->failedStatement() >= 0)
            m_report.failedChange = changes[size_t(batch->failedStatement())].id;
        JOINERY_TRY(sent);
        for (size_t i = 0; i < changes.size(); ++i) {
            const driver::StatementOutcome &outcome = batch->outcomes()[i];
            if (outcome.affectedRows != 1) {
                m_report.failedChange = changes[i].id;
                return fail(notOneRow(outcome.affectedRows, statements[i].text));
            }
            m_report.rows.push_back({changes[i].id, {}});
            if (changes[i].kind == RowChange::Kind::Delete)
                continue;
            RowKeyValues key = keyAfter(changes[i], outcome.row, outcome.insertId);
            if (!key.empty()) {
                m_indexes.push_back(m_report.rows.size() - 1);
                m_keys.push_back(std::move(key));
            }
        }
        return {};
    }

    Status conflicts() const
    {
        if (m_report.conflicts.empty())
            return {};
        if (m_report.conflicts.size() == 1)
            return fail(ErrorKind::Conflict, m_words);
        return fail(ErrorKind::Conflict, QStringLiteral("Somebody else changed or deleted %1 of these rows in the meantime. Nothing was "
                                                        "written.").arg(m_report.conflicts.size()));
    }

    /// What triggers, defaults and the types of the columns made of the values.
    Status readBack()
    {
        for (size_t first = 0; first < m_keys.size(); first += kChangesOfABatch) {
            const std::span keys(m_keys.data() + first, std::min(kChangesOfABatch, m_keys.size() - first));
            JOINERY_TRY_VALUE(auto rows, readKeyed(m_connection, m_dialect, m_source, keys, false, m_token));
            for (size_t i = 0; i < keys.size(); ++i) {
                if (rows[i].count == 1)
                    m_report.rows[m_indexes[first + i]].values = std::move(rows[i].values);
            }
        }
        return {};
    }

private:
    static Status send(driver::StatementBatch &batch, const std::vector<ChangeStatement> &statements)
    {
        for (const ChangeStatement &statement : statements)
            JOINERY_TRY(batch.add(statement.sql, statement.parameters));
        return batch.finish();
    }

    Status checkUnchanged(std::span<const RowChange> changes)
    {
        if (m_source.key.kind == RowKey::Kind::None)
            return {};
        std::vector<const RowChange *> checked;
        std::vector<RowKeyValues> keys;
        for (const RowChange &change : changes) {
            if (change.kind == RowChange::Kind::Insert)
                continue;
            checked.push_back(&change);
            keys.push_back(change.key);
        }
        if (keys.empty())
            return {};
        JOINERY_TRY_VALUE(const auto rows, readKeyed(m_connection, m_dialect, m_source, keys, true, m_token));
        for (size_t i = 0; i < checked.size(); ++i) {
            const Status unchanged = compare(*checked[i], rows[i]);
            if (!unchanged)
                m_report.failedChange = checked[i]->id;
            JOINERY_TRY(unchanged);
        }
        return {};
    }

    /// An error where the key tells no row apart; a row that somebody else changed goes into the report.
    Status compare(const RowChange &change, const KeyedRow &row)
    {
        if (row.count > 1)
            return fail(ErrorKind::Conflict, QStringLiteral("%1 rows have this key. Nothing was written.").arg(row.count));
        Conflict conflict{change.id, {}};
        QString words = QStringLiteral("The row is not there any more: somebody else deleted it or changed its key. Nothing was written.");
        if (row.count == 1) {
            conflict.theirs.assign(row.values.begin(), row.values.begin() + m_source.columnCount());
            const QStringList columns = overtaken(change, conflict, m_source.table);
            if (columns.isEmpty())
                return {};
            words = QStringLiteral("Somebody else changed %1 of this row in the meantime. Nothing was written.").arg(columns.join(QStringLiteral(", ")));
        }
        if (m_report.conflicts.empty()) {
            m_words = words;
            m_report.failedChange = change.id;
        }
        m_report.conflicts.push_back(std::move(conflict));
        return {};
    }

    /// Empty where the row cannot be found again.
    RowKeyValues keyAfter(const RowChange &change, const RowKeyValues &returned, qint64 lastId) const
    {
        if (m_source.key.kind == RowKey::Kind::None)
            return {};
        if (change.kind == RowChange::Kind::Insert && !returned.empty())
            return returned;
        RowKeyValues key;
        for (qsizetype i = 0; i < m_source.key.columns.size(); ++i) {
            const QString &column = m_source.key.columns.at(i);
            const Value given = change.values.value(column);
            if (change.values.contains(column) && !given.isNull() && !given.isDefault())
                key.push_back(given);
            else if (change.kind == RowChange::Kind::Update && !change.values.contains(column))
                key.push_back(change.key[size_t(i)]);
            else if (change.kind == RowChange::Kind::Insert && m_source.key.columns.size() == 1 && lastId != 0)
                key.push_back(Value::integer(lastId));
            else
                return {};
        }
        // PostgreSQL gives a changed row a new address.
        if (m_source.key.kind == RowKey::Kind::Address && !m_source.key.ordered)
            return {};
        return key;
    }

    driver::Connection &m_connection;
    const dialect::Dialect &m_dialect;
    const RowSource &m_source;
    const CancelToken &m_token;
    CommitReport &m_report;
    QString m_words; // of the first conflict
    std::vector<size_t> m_indexes; // in the report, of m_keys
    std::vector<RowKeyValues> m_keys;
};

} // namespace

CommitReport commitChanges(driver::Connection &connection, const dialect::Dialect &dialect, const RowSource &source,
                           const std::vector<RowChange> &changes, const CancelToken &token)
{
    CommitReport report;
    const auto failed = [&](const Error &error, bool atTheCommit = false) {
        report.failure = error;
        // Who was not asked to commit has not: a server that lost its client rolls back.
        if (!atTheCommit && error.damage == Damage::InDoubt)
            report.failure->damage = Damage::Connection;
        report.rows.clear();
        // The first error is the one to tell; a lost connection has rolled back by itself.
        if (connection.isOpen() && connection.transactionState() != driver::TransactionState::Idle) {
            if (const Status undone = connection.rollback(); !undone) // tables without transactions keep what they have
                report.failure->detail += (error.detail.isEmpty() ? QString() : QStringLiteral("\n")) + undone.error().message;
        }
        return report;
    };
    if (const Status begun = connection.begin(); !begun)
        return failed(begun.error());
    Commit commit(connection, dialect, source, token, report);
    for (size_t first = 0; first < changes.size(); first += kChangesOfABatch) {
        if (const Status applied = commit.apply({changes.data() + first, std::min(kChangesOfABatch, changes.size() - first)}); !applied)
            return failed(applied.error());
    }
    if (const Status agreed = commit.conflicts(); !agreed)
        return failed(agreed.error());
    if (const Status read = commit.readBack(); !read)
        return failed(read.error());
    if (const Status cancelled = token.check(); !cancelled)
        return failed(cancelled.error());
    if (const Status done = connection.commit(); !done)
        return failed(done.error(), true);
    report.committed = true;
    return report;
}

} // namespace joinery::session
