// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/row_jobs.h"

#include "core/worker/post.h"

namespace joinery::worker {

namespace {

JobTitle title(const char *sentence, const session::RowSource &source)
{
    return {QLatin1String(sentence), source.table.name.toString()};
}

} // namespace

Job readRows(DbWorker &worker, const session::RowSource &source, const session::Seek &seek, QObject *receiver,
             std::function<void(Result<session::RowRun>)> done)
{
    return post<session::RowRun>(worker, title("Read %1", source), [source, seek](World &world, const CancelToken &token)
                                     -> Result<session::RowRun> {
        JOINERY_TRY_VALUE(driver::Connection *connection, world.connection(token));
        return session::readRows(*connection, world.dialect(), source, seek, token);
    }, receiver, std::move(done));
}

Job estimateRows(DbWorker &worker, const session::RowSource &source, QObject *receiver,
                 std::function<void(Result<session::Estimate>)> done)
{
    return post<session::Estimate>(worker, title("Estimate %1", source), [source](World &world, const CancelToken &token)
                                       -> Result<session::Estimate> {
        JOINERY_TRY_VALUE(driver::Connection *connection, world.connection(token));
        return session::estimateRows(*connection, world.dialect(), source, token);
    }, receiver, std::move(done));
}

Job countRows(DbWorker &worker, const session::RowSource &source, const std::vector<driver::Value> &before,
              QObject *receiver, std::function<void(Result<qint64>)> done)
{
    return post<qint64>(worker, title("Count %1", source), [source, before](World &world, const CancelToken &token) -> Result<qint64> {
        JOINERY_TRY_VALUE(driver::Connection *connection, world.connection(token));
        return session::countRows(*connection, world.dialect(), source, before, token);
    }, receiver, std::move(done));
}

Job distinctValues(DbWorker &worker, const session::RowSource &source, const QString &column, int most, QObject *receiver,
                   std::function<void(Result<std::vector<session::DistinctValue>>)> done)
{
    using Values = std::vector<session::DistinctValue>;
    return post<Values>(worker, title("Values of %1", source), [source, column, most](World &world, const CancelToken &token) -> Result<Values> {
        JOINERY_TRY_VALUE(driver::Connection *connection, world.connection(token));
        return session::distinctValues(*connection, world.dialect(), source, column, most, token);
    }, receiver, std::move(done));
}

Job commitChanges(DbWorker &worker, const session::RowSource &source, const std::vector<session::RowChange> &changes,
                  QObject *receiver, std::function<void(Result<session::CommitReport>)> done)
{
    return post<session::CommitReport>(worker, title("Commit to %1", source), [source, changes](World &world, const CancelToken &token)
                                           -> Result<session::CommitReport> {
        JOINERY_TRY_VALUE(driver::Connection *connection, world.connection(token));
        return session::commitChanges(*connection, world.dialect(), source, changes, token);
    }, receiver, std::move(done), Late::Keep);
}

} // namespace joinery::worker
