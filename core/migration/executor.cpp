// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/executor.h"

#include "core/migration/planner.h"
#include "core/migration/revision_run.h"

namespace joinery::migration {

namespace {

Result<GraphRoute> routeOf(const RevisionGraph &graph, GraphStep::Kind kind, const QStringList &current, const QString &target)
{
    switch (kind) {
    case GraphStep::Kind::Upgrade:
        return upgradeRoute(graph, current, target);
    case GraphStep::Kind::Downgrade:
        return downgradeRoute(graph, current, target);
    case GraphStep::Kind::Stamp:
        break;
    }
    return stampRoute(graph, current, target);
}

/// The operations of every step, in the direction of travel; none for a stamp.
Result<std::vector<operation::Operations>> operationsOfRoute(const History &history, const GraphRoute &route)
{
    std::vector<operation::Operations> all;
    for (const GraphStep &step : route.steps) {
        const Revision *revision = history.revision(step.revision);
        if (!revision) {
            all.emplace_back();
            continue;
        }
        schema::Catalog before;
        if (!step.up) {
            JOINERY_TRY_VALUE(before, history.catalogBefore(step.revision));
        }
        JOINERY_TRY_VALUE(operation::Operations operations, operationsOf(*revision, step.up, before));
        all.push_back(std::move(operations));
    }
    return all;
}

/// Whose SQL a revision holds: its own word, or that of the revisions below it.
QString dialectAt(const History &history, const GraphStep &step)
{
    const Revision *revision = history.revision(step.revision);
    return revision ? revision->dialect : QString();
}

Status checkLosses(const std::vector<operation::Operations> &all)
{
    QStringList losses;
    for (const operation::Operations &operations : all)
        losses += lossesOf(operations);
    if (losses.isEmpty())
        return {};
    Error error;
    error.kind = ErrorKind::Refused;
    error.message = QStringLiteral("This would destroy data for good: %1.").arg(losses.join(QStringLiteral("; ")));
    error.detail = QStringLiteral("It has to be allowed explicitly.");
    return fail(std::move(error));
}

} // namespace

Executor::Executor(const History &history, const dialect::Dialect &dialect, driver::Connection &connection,
                   Connector connector)
    : m_history(history), m_dialect(dialect), m_connection(connection), m_connector(std::move(connector)),
      m_versions(dialect)
{
}

Result<ExecutionReport> Executor::upgrade(const QString &target, const ExecutionOptions &options, const CancelToken &token)
{
    return run(GraphStep::Kind::Upgrade, target, options, token);
}

Result<ExecutionReport> Executor::downgrade(const QString &target, const ExecutionOptions &options, const CancelToken &token)
{
    return run(GraphStep::Kind::Downgrade, target, options, token);
}

Result<ExecutionReport> Executor::stamp(const QString &target, const ExecutionOptions &options, const CancelToken &token)
{
    return run(GraphStep::Kind::Stamp, target, options, token);
}

Result<ExecutionReport> Executor::run(GraphStep::Kind kind, const QString &target, const ExecutionOptions &options,
                                      const CancelToken &token)
{
    if (m_connection.isReadOnly())
        return fail(ErrorKind::ReadOnly, QStringLiteral("The connection is read-only; nothing was migrated."));
    if (m_connection.transactionState() != driver::TransactionState::Idle)
        return fail(ErrorKind::InvalidInput, QStringLiteral("A transaction is open; commit it or roll it back before migrating."));
    JOINERY_TRY_VALUE(const MigrationLock lock, MigrationLock::acquire(m_dialect, m_connection.server(), m_connector,
                                                                       options.lockTimeoutSeconds, token));
    // Only now do the heads mean anything: another process may have moved the database while this one waited.
    ExecutionReport report;
    JOINERY_TRY_VALUE(report.before, m_versions.read(m_connection, token));
    JOINERY_TRY_VALUE(const GraphRoute route, routeOf(m_history.graph(), kind, report.before, target));
    JOINERY_TRY_VALUE(const std::vector<operation::Operations> operations, operationsOfRoute(m_history, route));
    if (!options.allowDestructive)
        JOINERY_TRY(checkLosses(operations));
    report.after = report.before;
    if (route.steps.empty())
        return report;
    JOINERY_TRY(m_versions.ensure(m_connection, token));

    JOINERY_TRY_VALUE(schema::Catalog model, m_history.catalogAt(report.before));
    LiveCatalog live(m_dialect, m_connection, std::move(model));
    ExecutionProgress progress;
    progress.revisions = int(route.steps.size());
    for (size_t i = 0; i < route.steps.size(); ++i) {
        const GraphStep &step = route.steps[i];
        const QString name = step.revision.isEmpty() ? (step.to + step.from).value(0) : step.revision;
        if (!report.failure) {
            progress.revision = int(i) + 1;
            progress.revisionId = name;
            RevisionRun revision(m_dialect, m_connection, live, m_versions, options, progress);
            Status status = token.check();
            if (status)
                status = revision.run(step, operations[i], dialectAt(m_history, step), token);
            if (status) {
                report.done.append(name);
                continue;
            }
            report.failure = std::move(status).error();
            report.failedRevision = name;
            report.halfDone = revision.halfDone();
        }
        report.left.append(name);
    }
    if (!report.failure) {
        report.after = route.after;
    } else if (m_connection.isOpen()) {
        if (const Result<QStringList> now = m_versions.read(m_connection))
            report.after = *now;
    }
    return report;
}

} // namespace joinery::migration
