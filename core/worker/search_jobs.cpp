// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/search_jobs.h"

#include "core/worker/measured.h"
#include "core/worker/post.h"

namespace joinery::worker {

namespace {

JobTitle title(const session::RowSource &source) { return {QStringLiteral("Search %1"), source.table.name.toString()}; }

} // namespace

Job findRow(DbWorker &worker, const session::RowSource &source, const session::TextSearch &search, const std::vector<driver::Value> &from,
            bool backwards, QObject *receiver, std::function<void(Result<std::optional<session::FoundRow>>)> done)
{
    using Found = std::optional<session::FoundRow>;
    return post<Found>(worker, title(source), [=](World &world, const CancelToken &token) -> Result<Found> {
        JOINERY_TRY_VALUE(driver::Connection *connection, world.connection(token));
        JOINERY_TRY_VALUE(const session::RowSource known, measured(world, *connection, source, false, token));
        return session::findRow(*connection, world.dialect(), known, search, from, backwards, token);
    }, receiver, std::move(done));
}

Job matchingRows(DbWorker &worker, const session::RowSource &source, const session::TextSearch &search, int most, QObject *receiver,
                 std::function<void(Result<session::MatchingRows>)> done)
{
    return post<session::MatchingRows>(worker, title(source), [=](World &world, const CancelToken &token) -> Result<session::MatchingRows> {
        JOINERY_TRY_VALUE(driver::Connection *connection, world.connection(token));
        JOINERY_TRY_VALUE(const session::RowSource known, measured(world, *connection, source, false, token));
        return session::matchingRows(*connection, world.dialect(), known, search, most, token);
    }, receiver, std::move(done));
}

} // namespace joinery::worker
