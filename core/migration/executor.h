// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/history.h"
#include "core/migration/journal.h"
#include "core/migration/migration_lock.h"
#include "core/migration/plan.h"
#include "core/migration/version_table.h"

#include <functional>

namespace joinery::migration {

/// Where a run is; told before every statement.
struct ExecutionProgress
{
    int revision = 0, revisions = 0;   ///< counted from 1
    int statement = 0, statements = 0; ///< within the revision, counted from 1
    QString revisionId;
    QString sql;
};

/// A statement that a run sent and the server took.
struct RanStatement
{
    QString revision;
    QString sql;      ///< in the form that was taken
    qint64 microseconds = 0;
};

struct ExecutionOptions
{
    bool allowDestructive = false;     ///< otherwise a step that loses data is Refused before anything happens
    int lockTimeoutSeconds = 10;       ///< how long to wait for another process that migrates the same database
    int lockTries = 5;                 ///< how often a transaction that waits for a lock in vain is begun
    Undecided undecided = Undecided::Ask; ///< where a broken off run left a statement that may or may not have run
    std::function<void(const ExecutionProgress &)> progress;
    /// After every statement of a revision, in its transaction where it has one; an error ends the run.
    std::function<Status(const RanStatement &)> ran;
};

/// What a run did. With a failure: what was done stays done, and says so.
struct ExecutionReport
{
    QStringList before, after;         ///< heads in the version table
    QStringList done;                  ///< ids of the revisions that were applied or taken back, in order
    QStringList left;                  ///< those that were not
    std::optional<Error> failure;      ///< the server's words, and the statement; Cancelled between steps
    QString failedRevision;
    /// The engine cannot take back what the failed revision did so far: these statements of it ran.
    QStringList halfDone;
    std::optional<HalfApplied> halfApplied; ///< the whole of it; the next upgrade (or downgrade) goes on there
};

/// Moves a database. One process at a time (a lock on a session of its own); the heads are read again under the lock;
/// one transaction for each revision where the engine has transactional DDL, else one for each statement.
class Executor
{
public:
    Executor(const History &history, const dialect::Dialect &dialect, driver::Connection &connection,
             Connector connector);

    Result<ExecutionReport> upgrade(const QString &target, const ExecutionOptions &options = {},
                                    const CancelToken &token = {});
    Result<ExecutionReport> downgrade(const QString &target, const ExecutionOptions &options = {},
                                      const CancelToken &token = {});
    /// Writes the version table only. Refused while a revision is half applied.
    Result<ExecutionReport> stamp(const QString &target, const ExecutionOptions &options = {},
                                  const CancelToken &token = {});

    /// Forgets a half applied revision: what ran of it stays in the database, which then differs from its revision.
    Status abandon(const ExecutionOptions &options = {}, const CancelToken &token = {});

private:
    Status checkIdle() const;
    Result<ExecutionReport> run(GraphStep::Kind kind, const QString &target, const ExecutionOptions &options,
                                const CancelToken &token);
    const History &m_history;
    const dialect::Dialect &m_dialect;
    driver::Connection &m_connection;
    Connector m_connector;
    VersionTable m_versions;
};

} // namespace joinery::migration
