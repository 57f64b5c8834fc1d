// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/executor.h"
#include "core/migration/live_catalog.h"

namespace joinery::migration {

/// What one revision does to a database.
struct RevisionWork
{
    GraphStep step;
    operation::Operations operations; ///< in the direction of travel
    QString writtenFor;               ///< the engine whose SQL they hold
    QString checksum;
};

/// Runs one revision on a database: settings before, transaction around, version table at the end. Steps that commit by
/// themselves are written down before and after (see Journal).
class RevisionRun
{
public:
    RevisionRun(const dialect::Dialect &dialect, driver::Connection &connection, LiveCatalog &live,
                const VersionTable &versions, const ExecutionOptions &options, ExecutionProgress progress)
        : m_dialect(dialect), m_connection(connection), m_live(live), m_versions(versions), m_options(options),
          m_journal(dialect, connection), m_progress(std::move(progress)) {}

    /// `resumed`: what an earlier run left of this revision. On an error all that the engine can take back was taken back.
    Status run(const RevisionWork &work, const HalfApplied *resumed, const CancelToken &token);
    bool isJournaled() const { return m_journaled; }
    /// After an error: what stays done, where something does.
    const std::optional<HalfApplied> &halfApplied() const { return m_half; }

private:
    using State = JournalStep::State;

    Result<dialect::SqlSteps> sketch(const operation::Operations &operations, const CancelToken &token);
    Result<dialect::SqlSteps> rendered(const operation::Operations &operations, const schema::Catalog &live) const;
    /// The statements of the next operations, up to the first behind which nobody knows what stands in the database.
    Result<std::vector<JournalStep>> renderNext(const operation::Operations &operations, size_t first, const CancelToken &token);
    /// `begun`: the journal has the revision already.
    Status runSegments(const operation::Operations &native, bool begun, const CancelToken &token);
    /// Those of m_work.steps from `first` on.
    Status runSteps(size_t first, const CancelToken &token);
    /// Refused where a dead run's transaction was committed meanwhile.
    Status claim(const JournalStep &step, const CancelToken &token);
    Status runCommitting(size_t &at, const CancelToken &token);
    Status runOutside(JournalStep &step, const CancelToken &token);
    Status runInOwnTransaction(JournalStep &step, const CancelToken &token);
    Status finish(const GraphStep &step, const CancelToken &token);
    Status send(const dialect::SqlStep &step, const CancelToken &token);
    /// A statement of ours in the gentlest form that the server takes.
    Status sendGently(const JournalStep &step, const CancelToken &token);
    Status begin(const CancelToken &token);
    /// Ends the open transaction, in which the steps up to `end` ran.
    Status commit(size_t end, const CancelToken &token);
    /// True where the error was a lock that did not come in time, and another try is left; waits before it.
    bool mayTryAgain(const Error &error, int &tries, const CancelToken &token) const;
    void noteHalf();

    const dialect::Dialect &m_dialect;
    driver::Connection &m_connection;
    LiveCatalog &m_live;
    const VersionTable &m_versions;
    const ExecutionOptions &m_options;
    Journal m_journal;
    ExecutionProgress m_progress;
    bool m_journaled = false;
    HalfApplied m_work;           ///< all steps that are known by now
    size_t m_open = 0;            ///< the first step of the open transaction
    std::optional<HalfApplied> m_half;
};

} // namespace joinery::migration
