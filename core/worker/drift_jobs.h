// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/drift.h"
#include "core/worker/db_worker.h"

namespace joinery::worker {

/// What is asked of a database beside its version table, and in which project.
struct DriftQuestion
{
    migration::HistoryPtr history;
    std::vector<migration::DriftRule> rules; ///< differences that are let stand
};

struct DriftAnswer
{
    migration::Drift drift;
    migration::Repair repair;                ///< empty where nothing differs
    QString noRepair;                        ///< why there is none, where something differs
    std::optional<migration::HalfApplied> halfApplied; ///< then nothing was compared
};

/// Compares the database with what its revision says.
Job readDrift(DbWorker &worker, const DriftQuestion &question, QObject *receiver, std::function<void(Result<DriftAnswer>)> done);

/// Puts the database back to what its revision says. Conflict where it changed since the answer.
Job repairDrift(DbWorker &worker, const DriftQuestion &question, const migration::Repair &repair, bool allowDestructive, QObject *receiver,
                std::function<void(Status)> done);

/// Makes a revision of what is in the database and in no revision, writes it and the models of the project, and stamps the
/// database with it. Gives the id of the revision.
struct AdoptDrift
{
    QString projectFolder;
    QString message;
    migration::HistoryPtr history;
    migration::Drift drift;
};
Job adoptDrift(DbWorker &worker, const AdoptDrift &adopt, QObject *receiver, std::function<void(Result<QString>)> done);

} // namespace joinery::worker
