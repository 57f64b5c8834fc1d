// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/row_jobs.h"

#include "core/worker/measured.h"
#include "core/worker/post.h"

#include <QSaveFile>

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
        const bool anew = seek.kind == session::Seek::Kind::First && seek.skip == 0;
        JOINERY_TRY_VALUE(const session::RowSource known, measured(world, *connection, source, anew, token));
        return session::readRows(*connection, world.dialect(), known, seek, token);
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

Job readCell(DbWorker &worker, const session::RowSource &source, const session::CellPlace &place, qint64 most, QObject *receiver,
             std::function<void(Result<driver::Value>)> done)
{
    return post<driver::Value>(worker, title("Read a cell of %1", source), [source, place, most](World &world, const CancelToken &token)
                                   -> Result<driver::Value> {
        JOINERY_TRY_VALUE(driver::Connection *connection, world.connection(token));
        return session::readCell(*connection, world.dialect(), source, place, most, token);
    }, receiver, std::move(done));
}

Job saveCell(DbWorker &worker, const session::RowSource &source, const session::CellPlace &place, const QString &path, QObject *receiver,
             std::function<void(Result<qint64>)> done)
{
    return post<qint64>(worker, title("Save a cell of %1", source), [source, place, path](World &world, const CancelToken &token) -> Result<qint64> {
        JOINERY_TRY_VALUE(driver::Connection *connection, world.connection(token));
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return fail(ErrorKind::Io, QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()));
        const auto tell = [&](qint64 bytes, qint64 all) { world.progress({bytes, all, {}}); };
        JOINERY_TRY_VALUE(const qint64 written, session::copyCell(*connection, world.dialect(), source, place, file, tell, token));
        if (!file.commit())
            return fail(ErrorKind::Io, QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()));
        return written;
    }, receiver, std::move(done));
}

} // namespace joinery::worker
