// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/compare.h"
#include "core/migration/history.h"
#include "core/migration/merge.h"
#include "core/migration/squash.h"
#include "core/worker/db_worker.h"

/// What the timeline asks of the revision files of a project. No database is involved.
namespace joinery::worker {

struct HistoryAnswer
{
    migration::HistoryPtr history; ///< never null
    std::vector<Finding> findings; ///< two heads, edited files, ...
};
Job readHistory(const QString &projectFolder, QObject *receiver, std::function<void(Result<HistoryAnswer>)> done);

/// What the models have that the heads of the history do not: what a new revision would hold.
Job modelChanges(migration::HistoryPtr history, schema::CatalogPtr models, QObject *receiver,
                 std::function<void(Result<compare::Difference>)> done);

/// Writes a revision on top of `parents`; gives its id.
struct NewRevision
{
    QString projectFolder;
    QString message;
    QStringList parents;
    QString dialect; ///< whose SQL the expressions are
    operation::Operations operations;
};
Job addRevision(const NewRevision &revision, QObject *receiver, std::function<void(Result<QString>)> done);

/// The SQL of one revision as people read it, for each engine; or the reason why there is none.
struct RevisionText
{
    struct Engine
    {
        QString dialect;     ///< "postgresql"
        QString displayName; ///< "PostgreSQL"
        QString sql;         ///< statements with semicolons, or a comment that says what is missing
    };
    std::vector<Engine> up, down;
    QStringList losses;        ///< "column book.price with its values": what an upgrade loses for good
    QStringList reverseLosses; ///< what the way back loses
    bool reversible = true;
};
Job revisionText(migration::HistoryPtr history, const QString &id, QObject *receiver,
                 std::function<void(Result<RevisionText>)> done);

/// The same for operations that are no revision yet, on top of the heads.
Job operationsText(migration::HistoryPtr history, const operation::Operations &operations, QObject *receiver,
                   std::function<void(Result<RevisionText>)> done);

/// What a revision would be that puts lines of work together.
Job planMerge(migration::HistoryPtr history, const QStringList &ids, const QString &message, QObject *receiver,
              std::function<void(Result<migration::Merge>)> done);
Job writeMerge(const QString &projectFolder, const migration::Merge &merge, QObject *receiver, std::function<void(Status)> done);

/// What several revisions in a row would be as one. `from`: behind which they begin; empty: at the start.
Job planSquash(migration::HistoryPtr history, const QString &from, const QString &to, const QString &message, QObject *receiver,
               std::function<void(Result<migration::Squash>)> done);
Job writeSquash(const QString &projectFolder, const migration::Squash &squash, QObject *receiver, std::function<void(Status)> done);
/// Makes a scratch database each way beside that of the worker, and compares them.
Job proveSquash(DbWorker &worker, migration::HistoryPtr history, const migration::Squash &squash, QObject *receiver, std::function<void(Status)> done);

/// The models before and after a revision.
struct RevisionStates
{
    schema::CatalogPtr before, after;
};
Job revisionStates(migration::HistoryPtr history, const QString &id, QObject *receiver,
                   std::function<void(Result<RevisionStates>)> done);

} // namespace joinery::worker
