// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/commit.h"

namespace joinery::session {

using driver::RowBlock;
using driver::Value;

namespace {

std::vector<Value> rowOf(const RowBlock &block, int row, int columns)
{
    std::vector<Value> values;
    for (int column = 0; column < columns; ++column)
        values.push_back(block.value(row, column));
    return values;
}

class Commit
{
public:
    Commit(driver::Connection &connection, const dialect::Dialect &dialect, const RowSource &source, const CancelToken &token,
           CommitReport &report)
        : m_connection(connection), m_dialect(dialect), m_source(source), m_token(token), m_report(report)
    {
    }

    Status apply(const RowChange &change)
    {
        JOINERY_TRY(m_token.check());
        if (change.kind != RowChange::Kind::Insert && m_source.key.kind != RowKey::Kind::None)
            JOINERY_TRY(checkUnchanged(change));
        const ChangeStatement statement = changeStatement(m_dialect, m_source, change);
        JOINERY_TRY_VALUE(auto cursor, m_connection.execute(statement.sql, statement.parameters, m_token));
        RowKeyValues returned;
        RowBlock block;
        do {
            JOINERY_TRY(cursor->read(block, 100));
            if (block.rowCount() > 0)
                returned = rowOf(block, 0, block.columnCount());
        } while (!block.isEmpty());
        const qint64 hit = cursor->affectedRows();
        const qint64 lastId = cursor->lastInsertId();
        cursor.reset();
        if (hit != 1)
            return fail(missed(hit, statement));
        m_report.rows.push_back({change.id, {}});
        if (change.kind != RowChange::Kind::Delete)
            m_keys.emplace_back(m_report.rows.size() - 1, keyAfter(change, returned, lastId));
        return {};
    }

    /// What triggers, defaults and the types of the columns made of the values.
    Status readBack()
    {
        for (const auto &[index, key] : m_keys) {
            if (key.empty())
                continue;
            const KeyedSelect select = selectByKey(m_dialect, m_source, key, false);
            JOINERY_TRY_VALUE(const RowBlock block, m_connection.fetch(select.sql, select.parameters, m_token));
            if (block.rowCount() == 1)
                m_report.rows[index].values = rowOf(block, 0, block.columnCount());
        }
        return {};
    }

private:
    Status checkUnchanged(const RowChange &change)
    {
        const KeyedSelect select = selectByKey(m_dialect, m_source, change.key, true);
        JOINERY_TRY_VALUE(const RowBlock block, m_connection.fetch(select.sql, select.parameters, m_token));
        if (block.rowCount() == 0) {
            return fail(ErrorKind::Conflict, QStringLiteral("The row is not there any more: somebody else deleted it or changed "
                                                            "its key. Nothing was written."));
        }
        if (block.rowCount() > 1)
            return fail(ErrorKind::Conflict, QStringLiteral("%1 rows have this key. Nothing was written.").arg(block.rowCount()));
        QStringList changed;
        for (int column = 0; column < m_source.columnCount(); ++column) {
            const QString &name = m_source.table.columns[size_t(column)].name;
            const bool matters = change.kind == RowChange::Kind::Delete || change.values.contains(name);
            if (matters && block.value(0, column) != change.before[size_t(column)])
                changed.append(name);
        }
        if (changed.isEmpty())
            return {};
        m_report.theirs = rowOf(block, 0, m_source.columnCount());
        return fail(ErrorKind::Conflict, QStringLiteral("Somebody else changed %1 of this row in the meantime. Nothing was written.")
                                             .arg(changed.join(QStringLiteral(", "))));
    }

    static Error missed(qint64 hit, const ChangeStatement &statement)
    {
        Error error;
        error.kind = ErrorKind::Conflict;
        error.statement = statement.text;
        if (hit == 0)
            error.message = QStringLiteral("The statement found no row: the row is not as it was when it was read. Nothing was written.");
        else if (hit < 0)
            error.message = QStringLiteral("The database does not say how many rows were changed. Nothing was written.");
        else
            error.message = QStringLiteral("The statement would touch %1 rows, because nothing tells them apart. Nothing was written.").arg(hit);
        return error;
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
    std::vector<std::pair<size_t, RowKeyValues>> m_keys;
};

} // namespace

CommitReport commitChanges(driver::Connection &connection, const dialect::Dialect &dialect, const RowSource &source,
                           const std::vector<RowChange> &changes, const CancelToken &token)
{
    CommitReport report;
    const auto failed = [&](const Error &error, quint64 change) {
        report.failure = error;
        report.failedChange = change;
        report.rows.clear();
        // The first error is the one to tell; a lost connection has rolled back by itself.
        if (connection.isOpen() && connection.transactionState() != driver::TransactionState::Idle)
            (void)connection.rollback();
        return report;
    };
    if (const Status begun = connection.begin(); !begun)
        return failed(begun.error(), 0);
    Commit commit(connection, dialect, source, token, report);
    for (const RowChange &change : changes) {
        if (const Status applied = commit.apply(change); !applied)
            return failed(applied.error(), change.id);
    }
    if (const Status read = commit.readBack(); !read)
        return failed(read.error(), 0);
    if (const Status cancelled = token.check(); !cancelled)
        return failed(cancelled.error(), 0);
    if (const Status done = connection.commit(); !done)
        return failed(done.error(), 0);
    report.committed = true;
    return report;
}

} // namespace joinery::session
