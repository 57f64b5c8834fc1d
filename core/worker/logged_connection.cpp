// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/logged_connection.h"

#include <QElapsedTimer>

namespace joinery::worker {

namespace {

qint64 microseconds(const QElapsedTimer &timer) { return timer.nsecsElapsed() / 1000; }

class LoggedCursor : public driver::Cursor
{
public:
    LoggedCursor(std::unique_ptr<driver::Cursor> cursor, QString sql, qint64 spent, const LoggedConnection::Log &log)
        : m_cursor(std::move(cursor)), m_sql(std::move(sql)), m_spent(spent), m_log(log)
    {
    }
    ~LoggedCursor() override
    {
        if (!m_told)
            m_log(m_sql, m_spent, {});
    }

    const std::vector<driver::ColumnInfo> &columns() const override { return m_cursor->columns(); }
    qint64 affectedRows() const override { return m_cursor->affectedRows(); }
    qint64 lastInsertId() const override { return m_cursor->lastInsertId(); }

    Status read(driver::RowBlock &block, int maximumRows) override
    {
        QElapsedTimer timer;
        timer.start();
        Status status = m_cursor->read(block, maximumRows);
        if (!std::exchange(m_told, true) || !status)
            m_log(m_sql, m_spent + microseconds(timer), status ? QString() : status.error().message);
        return status;
    }

private:
    std::unique_ptr<driver::Cursor> m_cursor;
    QString m_sql;
    qint64 m_spent;
    bool m_told = false;
    const LoggedConnection::Log &m_log; // the connection outlives its cursors
};

/// Tells statements with the same text once, with their number: their time is that of all of them.
class LoggedBatch : public driver::StatementBatch
{
public:
    LoggedBatch(std::unique_ptr<driver::StatementBatch> batch, const LoggedConnection::Log &log) : m_batch(std::move(batch)), m_log(log) {}
    ~LoggedBatch() override { tell({}); }

    Status put(const QString &sql, std::span<const driver::Value> parameters) override
    {
        if (sql != m_sql)
            tell({});
        m_sql = sql;
        ++m_count;
        return timed([&] { return m_batch->add(sql, parameters); });
    }
    Status finish() override
    {
        Status done = timed([&] { return m_batch->finish(); });
        m_outcomes = m_batch->outcomes();
        return done;
    }

private:
    Status timed(const std::function<Status()> &action)
    {
        QElapsedTimer timer;
        timer.start();
        Status done = action();
        m_spent += microseconds(timer);
        m_failed = m_batch->failedStatement();
        if (!done)
            tell(done.error().message);
        return done;
    }
    void tell(const QString &failure)
    {
        if (m_count > 0)
            m_log(m_count == 1 ? m_sql : QStringLiteral("%1 -- %2 times").arg(m_sql).arg(m_count), m_spent, failure);
        m_count = 0;
        m_spent = 0;
    }

    std::unique_ptr<driver::StatementBatch> m_batch;
    const LoggedConnection::Log &m_log; // the connection outlives its batches
    QString m_sql;
    int m_count = 0;
    qint64 m_spent = 0;
};

} // namespace

LoggedConnection::LoggedConnection(std::unique_ptr<driver::Connection> connection, Log log)
    : m_connection(std::move(connection)), m_log(std::move(log))
{
}

LoggedConnection::~LoggedConnection() = default;

Result<std::unique_ptr<driver::Cursor>> LoggedConnection::runStatement(const QString &sql,
                                                                       std::span<const driver::Value> parameters,
                                                                       const CancelToken &token)
{
    QElapsedTimer timer;
    timer.start();
    auto cursor = m_connection->execute(sql, parameters, token);
    if (!cursor) {
        m_log(sql, microseconds(timer), cursor.error().message);
        return cursor;
    }
    return std::make_unique<LoggedCursor>(*std::move(cursor), sql, microseconds(timer), m_log);
}

Result<std::unique_ptr<driver::BulkInsert>> LoggedConnection::startBulkInsert(const driver::BulkTarget &target,
                                                                         const CancelToken &token)
{
    auto insert = m_connection->bulkInsert(target, token);
    m_log(QStringLiteral("INSERT INTO %1 (%2) ...").arg(target.table, target.columns.join(QStringLiteral(", "))), 0,
          insert ? QString() : insert.error().message);
    return insert;
}

Result<std::unique_ptr<driver::StatementBatch>> LoggedConnection::startBatch(const CancelToken &token)
{
    JOINERY_TRY_VALUE(auto batch, m_connection->batch(token));
    return std::make_unique<LoggedBatch>(std::move(batch), m_log);
}

Status LoggedConnection::begin(const driver::BeginOptions &options)
{
    return logged(QStringLiteral("BEGIN"), [&] { return m_connection->begin(options); });
}

Status LoggedConnection::commit()
{
    return logged(QStringLiteral("COMMIT"), [&] { return m_connection->commit(); });
}

Status LoggedConnection::rollback()
{
    return logged(QStringLiteral("ROLLBACK"), [&] { return m_connection->rollback(); });
}

Status LoggedConnection::logged(const QString &what, const std::function<Status()> &action)
{
    QElapsedTimer timer;
    timer.start();
    Status status = action();
    m_log(what, microseconds(timer), status ? QString() : status.error().message);
    return status;
}

} // namespace joinery::worker
