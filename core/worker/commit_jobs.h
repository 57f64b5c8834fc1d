// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/commit_history.h"
#include "core/worker/db_worker.h"

/// Staged edits on their way to the database, and back. See worker/db_worker.h for threads and receivers.
namespace joinery::worker {

struct CommitOrder
{
    session::RowSource source;
    std::vector<session::RowChange> changes;
    QString history; ///< the folder where it is kept for a later undo, see session::CommitHistory; empty: it is not
    QString undoes;  ///< the kept commit that this one takes back, may be empty
};

/// The answer is an Error only where there is no connection; how the commit went is in the report.
Job commitChanges(DbWorker &worker, const CommitOrder &order, QObject *receiver, std::function<void(Result<session::CommitReport>)> done);

/// What is kept of the commits of a connection, the youngest first; needs no database.
void listCommits(const QString &history, QObject *receiver, std::function<void(std::vector<session::CommitNote>)> done);
Job readCommit(const QString &history, const QString &id, QObject *receiver, std::function<void(Result<session::KeptCommit>)> done);

} // namespace joinery::worker
