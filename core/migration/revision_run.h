// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/executor.h"
#include "core/migration/live_catalog.h"

namespace joinery::migration {

/// Runs one revision on a database: settings before, transaction around, version table at the end.
class RevisionRun
{
public:
    RevisionRun(const dialect::Dialect &dialect, driver::Connection &connection, LiveCatalog &live,
                const VersionTable &versions, const ExecutionOptions &options, ExecutionProgress progress)
        : m_dialect(dialect), m_connection(connection), m_live(live), m_versions(versions), m_options(options),
          m_progress(std::move(progress)) {}

    /// `operations` in the direction of travel, `writtenFor` the engine whose SQL they hold. On an error all that the engine
    /// can take back was taken back.
    Status run(const GraphStep &step, const operation::Operations &operations, const QString &writtenFor,
               const CancelToken &token);
    /// After an error: the statements that stay done.
    const QStringList &halfDone() const { return m_kept; }

private:
    Result<dialect::SqlSteps> sketch(const operation::Operations &operations, const CancelToken &token);
    Status runOperations(const operation::Operations &operations, const CancelToken &token);
    Status runStep(const dialect::SqlStep &step, const CancelToken &token);
    Status send(const dialect::SqlStep &step, const CancelToken &token);
    Status begin();
    Status commit();

    const dialect::Dialect &m_dialect;
    driver::Connection &m_connection;
    LiveCatalog &m_live;
    const VersionTable &m_versions;
    const ExecutionOptions &m_options;
    ExecutionProgress m_progress;
    QStringList m_pending, m_kept; ///< statements of the open transaction; statements that are committed
};

} // namespace joinery::migration
