// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/checks/lint.h"
#include "core/migration/executor.h"
#include "core/worker/db_worker.h"

/// What the timeline asks of a database.
namespace joinery::worker {

/// What the version table says; nothing applied, or no version table: empty.
Job readHeads(DbWorker &worker, QObject *receiver, std::function<void(Result<QStringList>)> done);

/// An upgrade, a downgrade or a stamp of one database.
struct Move
{
    migration::HistoryPtr history;
    migration::GraphStep::Kind kind = migration::GraphStep::Kind::Upgrade;
    QString target; ///< as Alembic: "head", "heads", "base", an id, "-1", ...
    bool allowDestructive = false;
};

/// What a move would do, for people to read before they say yes. Nothing is written.
struct MovePreview
{
    struct Step
    {
        QString revision; ///< empty for a stamp
        QString message;
        bool up = true;
        operation::Operations operations; ///< in the direction of travel
        QString sql;            ///< of the connected engine, statements with semicolons
    };
    QStringList before, after; ///< heads
    std::vector<Step> steps;
    QStringList losses;        ///< "column book.price with its values"; empty: nothing is lost
    /// What the rows say against it, and what the operations mean for this server and the size of its tables.
    migration::LintFindings findings;
    std::optional<migration::HalfApplied> halfApplied; ///< a run was broken off: the next one goes on there
};
Job previewMove(DbWorker &worker, const Move &move, QObject *receiver, std::function<void(Result<MovePreview>)> done);

/// Does it. Progress comes through DbWorker::jobProgressed, statement by statement; cancel ends it between two steps.
/// A failure of the database is in the report, with what is done and what is left.
Job runMove(DbWorker &worker, const Move &move, QObject *receiver,
            std::function<void(Result<migration::ExecutionReport>)> done);

} // namespace joinery::worker
