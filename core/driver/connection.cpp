// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/connection.h"

#include "core/driver/statement_timer.h"
#include "core/driver/statement_words.h"

namespace joinery::driver {

namespace {

/// Goes on counting the time of its statement while it is read.
class TimedCursor : public Cursor
{
public:
    TimedCursor(std::unique_ptr<Cursor> cursor, std::shared_ptr<StatementTimer::Run> run)
        : m_run(std::move(run)), m_cursor(std::move(cursor))
    {
    }

    const std::vector<ColumnInfo> &columns() const override { return m_cursor->columns(); }
    qint64 affectedRows() const override { return m_cursor->affectedRows(); }
    qint64 lastInsertId() const override { return m_cursor->lastInsertId(); }

    Status read(RowBlock &block, int maximumRows) override
    {
        m_run->resume();
        Status status = m_cursor->read(block, maximumRows);
        m_run->pause();
        if (!status)
            return fail(m_run->judged(status.error()));
        return status;
    }

private:
    std::shared_ptr<StatementTimer::Run> m_run;
    std::unique_ptr<Cursor> m_cursor; // goes before its clock
};

/// Counts the time of each call anew.
class TimedInsert : public BulkInsert
{
public:
    TimedInsert(std::unique_ptr<BulkInsert> insert, std::shared_ptr<StatementTimer::Run> run)
        : m_run(std::move(run)), m_insert(std::move(insert))
    {
    }

    Status write(const RowBlock &rows, int first, int count) override
    {
        return m_run->timed([&] { return m_insert->write(rows, first, count); });
    }
    Status finish() override
    {
        return m_run->timed([&] { return m_insert->finish(); });
    }
    qint64 failedRow() const override { return m_insert->failedRow(); }

private:
    std::shared_ptr<StatementTimer::Run> m_run;
    std::unique_ptr<BulkInsert> m_insert; // goes before its clock
};

class TimedBatch : public StatementBatch
{
public:
    TimedBatch(std::unique_ptr<StatementBatch> batch, std::shared_ptr<StatementTimer::Run> run)
        : m_run(std::move(run)), m_batch(std::move(batch))
    {
    }

    Status finish() override
    {
        const Status done = timed([&] { return m_batch->finish(); });
        m_outcomes = m_batch->outcomes();
        return done;
    }

private:
    Status put(const QString &sql, std::span<const Value> parameters) override
    {
        return timed([&] { return m_batch->add(sql, parameters); });
    }
    Status timed(const std::function<Status()> &call)
    {
        Status done = m_run->timed(call);
        m_failed = m_batch->failedStatement();
        return done;
    }

    std::shared_ptr<StatementTimer::Run> m_run;
    std::unique_ptr<StatementBatch> m_batch; // goes before its clock
};

} // namespace

Cursor::~Cursor() = default;
Connection::Connection() = default;
Connection::~Connection() = default;
Driver::~Driver() = default;

Result<std::unique_ptr<Cursor>> Connection::execute(const QString &sql, std::span<const Value> parameters, const CancelToken &token)
{
    JOINERY_TRY(guard(sql, token));
    JOINERY_TRY(refuseParts(parameters));
    if (!m_timer || isCommit(sql) || isRollback(sql))
        return runStatement(sql, parameters, token);
    const auto run = m_timer->run(token);
    auto cursor = runStatement(sql, parameters, run->token());
    run->pause();
    if (!cursor)
        return fail(run->judged(cursor.error()));
    return std::make_unique<TimedCursor>(*std::move(cursor), run);
}

Status Connection::guard(const QString &sql, const CancelToken &token) const
{
    if (m_openCursor)
        return fail(ErrorKind::Internal, QStringLiteral("Another result is still open on this connection."));
    Error error;
    error.statement = sql;
    error.damage = Damage::Statement;
    if (const qsizetype nul = sql.indexOf(QChar(0)); nul >= 0) {
        // Some engines would end the statement there without a word.
        error.kind = ErrorKind::Syntax;
        error.message = QStringLiteral("The statement holds the character NUL.");
        error.offset = nul;
        return fail(std::move(error));
    }
    if (couldLiftReadOnly() && liftsReadOnly(sql)) {
        error.kind = ErrorKind::ReadOnly;
        error.message = QStringLiteral("This connection is read-only, and the statement would change that.");
        return fail(std::move(error));
    }
    return token.check();
}

void Connection::cursorDone(const Cursor &cursor)
{
    if (m_openCursor == &cursor)
        m_openCursor = nullptr;
}

void Connection::setStatementTimeout(std::chrono::milliseconds time)
{
    m_timer = time.count() > 0 ? std::make_unique<StatementTimer>(time) : nullptr;
}

Result<qint64> Connection::run(const QString &sql, std::span<const Value> parameters, const CancelToken &token)
{
    JOINERY_TRY_VALUE(auto cursor, execute(sql, parameters, token));
    RowBlock block;
    do {
        JOINERY_TRY(cursor->read(block, 1000));
    } while (!block.isEmpty());
    return cursor->affectedRows();
}

Result<RowBlock> Connection::fetch(const QString &sql, std::span<const Value> parameters, const CancelToken &token,
                                   const CellLimit &limit)
{
    JOINERY_TRY_VALUE(auto cursor, execute(sql, parameters, token));
    RowBlock all(int(cursor->columns().size()));
    RowBlock block;
    all.setCellLimit(limit);
    block.setCellLimit(limit);
    for (;;) {
        JOINERY_TRY(cursor->read(block, 1000));
        if (block.isEmpty())
            return all;
        if (all.isEmpty()) {
            std::swap(all, block);
            continue;
        }
        all.appendRows(block);
    }
}

Result<std::unique_ptr<BulkInsert>> Connection::bulkInsert(const BulkTarget &target, const CancelToken &token)
{
    if (!m_timer)
        return startBulkInsert(target, token);
    const auto run = m_timer->run(token);
    auto insert = startBulkInsert(target, run->token());
    run->pause();
    if (!insert)
        return fail(run->judged(insert.error()));
    return std::make_unique<TimedInsert>(*std::move(insert), run);
}

Result<std::unique_ptr<StatementBatch>> Connection::batch(const CancelToken &token)
{
    if (!m_timer)
        return startBatch(token);
    const auto run = m_timer->run(token);
    auto batch = startBatch(run->token());
    run->pause();
    if (!batch)
        return fail(run->judged(batch.error()));
    return std::make_unique<TimedBatch>(*std::move(batch), run);
}

Status Connection::timed(const CancelToken &token, const std::function<Status(const CancelToken &)> &statement)
{
    if (!m_timer)
        return statement(token);
    const auto run = m_timer->run(token);
    return run->timed([&] { return statement(run->token()); });
}

Result<std::unique_ptr<BulkInsert>> Connection::startBulkInsert(const BulkTarget &target, const CancelToken &token)
{
    return makePlainInsert(*this, target, token);
}

Result<std::unique_ptr<StatementBatch>> Connection::startBatch(const CancelToken &token) { return makePlainBatch(*this, token); }

Status Connection::savepoint(const QString &name)
{
    JOINERY_TRY(run(QStringLiteral("SAVEPOINT ") + name));
    return {};
}

Status Connection::rollbackTo(const QString &name)
{
    JOINERY_TRY(run(QStringLiteral("ROLLBACK TO SAVEPOINT ") + name));
    return {};
}

Status Connection::release(const QString &name)
{
    JOINERY_TRY(run(QStringLiteral("RELEASE SAVEPOINT ") + name));
    return {};
}

} // namespace joinery::driver
