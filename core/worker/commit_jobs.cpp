// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/commit_jobs.h"

#include "core/worker/background.h"
#include "core/worker/measured.h"
#include "core/worker/post.h"

namespace joinery::worker {

Job commitChanges(DbWorker &worker, const CommitOrder &order, QObject *receiver, std::function<void(Result<session::CommitReport>)> done)
{
    const JobTitle title(QStringLiteral("Commit to %1"), order.source.table.name.toString());
    return post<session::CommitReport>(worker, title, [order](World &world, const CancelToken &token) -> Result<session::CommitReport> {
        JOINERY_TRY_VALUE(driver::Connection *connection, world.connection(token));
        JOINERY_TRY_VALUE(const session::RowSource known, measured(world, *connection, order.source, false, token));
        session::CommitReport report = session::commitChanges(*connection, world.dialect(), known, order.changes, token);
        if (report.committed && !order.history.isEmpty()) {
            const auto kept = session::CommitHistory(order.history).add(known, order.changes, report, order.undoes);
            if (!kept)
                report.unkept = kept.error();
        }
        return report;
    }, receiver, std::move(done), Late::Keep);
}

void listCommits(const QString &history, QObject *receiver, std::function<void(std::vector<session::CommitNote>)> done)
{
    onPool<std::vector<session::CommitNote>>([history] { return session::CommitHistory(history).list(); }, receiver, std::move(done));
}

Job readCommit(const QString &history, const QString &id, QObject *receiver, std::function<void(Result<session::KeptCommit>)> done)
{
    return inBackground<session::KeptCommit>([history, id](const CancelToken &) { return session::CommitHistory(history).read(id); },
                                             receiver, std::move(done));
}

} // namespace joinery::worker
