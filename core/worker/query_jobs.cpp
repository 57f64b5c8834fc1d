// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/query_jobs.h"

#include "core/worker/bound_query.h"
#include "core/worker/post.h"

#include <atomic>

namespace joinery::worker {

namespace {

using driver::RowBlock;

/// A result whose rest is still at the server.
class OpenResult : public World::Guest
{
public:
    OpenResult(quint64 id, std::unique_ptr<driver::Cursor> cursor, CancelToken token)
        : m_id(id), m_cursor(std::move(cursor)), m_token(std::move(token))
    {
    }
    quint64 id() const { return m_id; }
    driver::Cursor &cursor() { return *m_cursor; }
    CancelToken token() const { return m_token; }

private:
    quint64 m_id;
    std::unique_ptr<driver::Cursor> m_cursor;
    CancelToken m_token; // the statement listens to the token that it was started with
};

quint64 nextResultId()
{
    static std::atomic<quint64> last = 0;
    return ++last;
}

/// Reads up to `wanted` rows; true where the end was met.
Result<bool> readRows(driver::Cursor &cursor, RowBlock &rows, int wanted)
{
    RowBlock block;
    for (RowBlock *limited : {&rows, &block})
        limited->setCellLimit(driver::kShownCells);
    while (rows.rowCount() < wanted) {
        JOINERY_TRY(cursor.read(block, wanted - rows.rowCount()));
        if (block.isEmpty())
            return true;
        if (rows.isEmpty())
            std::swap(rows, block);
        else
            rows.appendRows(block);
    }
    return false;
}

/// Statements without rows run to their end here, others until the first rows are there.
Status runOne(World &world, driver::Connection &connection, bool last, const RunOptions &options,
              const CancelToken &token, StatementResult &result)
{
    const BoundQuery query = boundQuery(result.sql, world.dialect(), options.parameters);
    Result<std::unique_ptr<driver::Cursor>> started = connection.execute(query.bound.sql, query.values, token);
    if (!started && started.error().offset >= 0)
        started.error().offset = query.bound.sourceOffset(started.error().offset);
    JOINERY_TRY_VALUE(auto cursor, std::move(started));
    result.columns = cursor->columns();
    RowBlock rows(int(result.columns.size()));
    const int wanted = result.columns.empty() ? 1 : last ? options.firstRows : options.rowsOfEarlierResults;
    const Result<bool> ended = readRows(*cursor, rows, wanted);
    result.rows = std::make_shared<const RowBlock>(std::move(rows));
    if (!ended)
        return fail(ended.error());
    result.complete = *ended;
    result.affectedRows = cursor->affectedRows();
    result.lastInsertId = cursor->lastInsertId();
    if (!result.complete && last) {
        result.resultId = nextResultId();
        world.setGuest(std::make_unique<OpenResult>(result.resultId, std::move(cursor), token));
    }
    return {};
}

Result<RunSummary> runAll(World &world, const QStringList &statements, const RunOptions &options,
                          const CancelToken &token, const std::function<void(StatementResult)> &tell)
{
    JOINERY_TRY_VALUE(driver::Connection *connection, world.connection(token));
    connection->takeNotices();
    if (options.manualCommit && connection->transactionState() == driver::TransactionState::Idle) {
        driver::BeginOptions begin;
        begin.immediate = false; // a SELECT must not lock other writers out
        JOINERY_TRY(connection->begin(begin));
    }
    RunSummary summary;
    for (int i = 0; i < statements.size(); ++i) {
        JOINERY_TRY(token.check());
        StatementResult result;
        result.index = i;
        result.sql = statements.at(i);
        result.rows = std::make_shared<const RowBlock>();
        QElapsedTimer timer;
        timer.start();
        const Status status = runOne(world, *connection, i + 1 == statements.size(), options, token, result);
        result.microseconds = timer.nsecsElapsed() / 1000;
        result.notices = connection->takeNotices();
        ++summary.run;
        if (!status) {
            ++summary.failed;
            result.failure = status.error();
            result.complete = false;
        }
        tell(std::move(result));
        world.reportTransaction();
        if (!status && (options.stopOnError || !connection->isOpen()))
            break;
    }
    return summary;
}

Job endTransaction(DbWorker &worker, const QString &title, Status (driver::Connection::*end)(), QObject *receiver,
                   std::function<void(Status)> done)
{
    return post<void>(worker, title, [end](World &world, const CancelToken &) -> Status {
        driver::Connection *connection = world.openConnection();
        if (!connection)
            return {};
        world.setGuest(nullptr);
        if (connection->transactionState() == driver::TransactionState::Idle)
            return {};
        return (connection->*end)();
    }, receiver, std::move(done), Late::Keep);
}

} // namespace

Job runStatements(DbWorker &worker, const QStringList &statements, const RunOptions &options, QObject *receiver,
                  std::function<void(StatementResult)> each, std::function<void(Result<RunSummary>)> done)
{
    const QPointer<QObject> target(receiver);
    // Results travel one by one, before the answer of the job: the queue to the owner keeps their order.
    auto tell = [owner = &worker, target, each = std::move(each)](StatementResult result) {
        QMetaObject::invokeMethod(owner, [target, each, result = std::move(result)] {
            if (target && each)
                each(result);
        }, Qt::QueuedConnection);
    };
    const JobTitle title = statements.size() == 1 ? JobTitle(statements.front().simplified().left(80))
                                                  : JobTitle(QStringLiteral("%1 statements"), QString::number(statements.size()));
    return post<RunSummary>(worker, title, [statements, options, tell = std::move(tell)](World &world,
                                                                                          const CancelToken &token) {
        return runAll(world, statements, options, token, tell);
    }, receiver, std::move(done), Late::Keep);
}

Job fetchMore(DbWorker &worker, quint64 resultId, int maximumRows, QObject *receiver,
              std::function<void(Result<MoreRows>)> done)
{
    return post<MoreRows>(worker, QStringLiteral("Read more rows"), [resultId, maximumRows](World &world, const CancelToken &token)
                              -> Result<MoreRows> {
        auto *open = dynamic_cast<OpenResult *>(world.guest());
        if (!open || open->id() != resultId)
            return fail(ErrorKind::Refused, QStringLiteral("The rest of this result can no longer be read: the connection went on "
                                                           "to another statement. Run the statement again."));
        const auto stop = token.onCancel([statement = open->token()]() mutable { statement.cancel(); });
        RowBlock rows;
        const Result<bool> ended = readRows(open->cursor(), rows, maximumRows);
        if (!ended || *ended)
            world.setGuest(nullptr);
        if (!ended)
            return fail(ended.error());
        return MoreRows{std::make_shared<const RowBlock>(std::move(rows)), *ended};
    }, receiver, std::move(done));
}

void closeResult(DbWorker &worker, quint64 resultId)
{
    if (resultId == 0)
        return;
    post<void>(worker, QStringLiteral("Close a result"), [resultId](World &world, const CancelToken &) -> Status {
        auto *open = dynamic_cast<OpenResult *>(world.guest());
        if (open && open->id() == resultId)
            world.setGuest(nullptr);
        return {};
    }, &worker, {});
}

Job commitTransaction(DbWorker &worker, QObject *receiver, std::function<void(Status)> done)
{
    return endTransaction(worker, QStringLiteral("Commit"), &driver::Connection::commit, receiver, std::move(done));
}

Job rollbackTransaction(DbWorker &worker, QObject *receiver, std::function<void(Status)> done)
{
    return endTransaction(worker, QStringLiteral("Roll back"), &driver::Connection::rollback, receiver, std::move(done));
}

} // namespace joinery::worker
