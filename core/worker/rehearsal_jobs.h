// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/rehearsal/rehearsal_report.h"
#include "core/worker/db_worker.h"

namespace joinery::worker {

/// An upgrade that is to be tried on a copy.
struct Rehearsal
{
    migration::HistoryPtr history;
    QString target;                                        ///< as Alembic: "heads", an id, ...
    migration::CopyLevel level = migration::CopyLevel::Full;
    qint64 sampleRows = 1000;
};

/// Copies the database of the worker, and runs the upgrade there: up, down, up again. The database itself is only read, on
/// connections of their own. Progress comes through DbWorker::jobProgressed; a cancel stops it at once, and the copy goes
/// with it. What goes wrong on the copy is in the report.
Job rehearse(DbWorker &worker, const Rehearsal &rehearsal, QObject *receiver, std::function<void(Result<migration::RehearsalReport>)> done);

} // namespace joinery::worker
