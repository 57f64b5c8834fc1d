// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/executor.h"

#include "core/migration/planner.h"
#include "core/migration/revision_directory.h"
#include "core/migration/revision_run.h"
#include "core/migration/revision_targets.h"

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

/// The revisions that a squash replaced are asked where the database stands between them, was begun with one of them, or is to
/// go back there.
const History &historyFor(const History &history, const QStringList &heads, const std::optional<HalfApplied> &half, const QString &target)
{
    const History *found = &history.reaching(heads);
    while (const History *before = found->unfolded()) {
        const Revision *begun = half ? found->revision(half->revision) : nullptr;
        const bool wasOther = half && (!begun || checksum(*begun) != half->checksum);
        const bool goesInside = !resolveTarget(found->graph(), target) && resolveTarget(before->graph(), target);
        if (!wasOther && !goesInside)
            break;
        found = before;
    }
    return *found;
}

/// What every step does, in the direction of travel; nothing for a stamp.
Result<std::vector<RevisionWork>> worksOf(const History &history, const GraphRoute &route)
{
    std::vector<RevisionWork> works;
    for (const GraphStep &step : route.steps) {
        RevisionWork work{step, {}, {}, {}};
        if (const Revision *revision = history.revision(step.revision)) {
            schema::Catalog before;
            if (!step.up) {
                JOINERY_TRY_VALUE(before, history.catalogBefore(step.revision));
            }
            JOINERY_TRY_VALUE(work.operations, operationsOf(*revision, step.up, before));
            work.writtenFor = revision->dialect;
            work.checksum = checksum(*revision);
        }
        works.push_back(std::move(work));
    }
    return works;
}

/// What was allowed when a revision was begun is not asked again when it is finished.
Status checkLosses(const std::vector<RevisionWork> &works, bool begun)
{
    QStringList losses;
    for (size_t i = begun ? 1 : 0; i < works.size(); ++i)
        losses += lossesOf(works[i].operations);
    if (losses.isEmpty())
        return {};
    Error error;
    error.kind = ErrorKind::Refused;
    error.message = QStringLiteral("This would destroy data for good: %1.").arg(losses.join(QStringLiteral("; ")));
    error.detail = QStringLiteral("It has to be allowed explicitly.");
    return fail(std::move(error));
}

/// A half applied revision is finished before anything else is done.
Status checkResumes(const History &history, const HalfApplied &half, const GraphRoute &route)
{
    Error error;
    error.kind = ErrorKind::Refused;
    error.detail = QStringLiteral("Of revision %1 these statements ran:\n%2\nThese did not:\n%3")
                       .arg(half.revision, half.done().join(u'\n'), half.left().join(u'\n'));
    const Revision *revision = history.revision(half.revision);
    const bool first = !route.steps.empty() && route.steps.front().revision == half.revision && route.steps.front().up == half.up;
    if (!revision)
        error.message = QStringLiteral("Revision %1 is half applied, and this project does not have it.").arg(half.revision);
    else if (checksum(*revision) != half.checksum)
        error.message = QStringLiteral("Revision %1 is half applied, and its file was changed since it was begun.").arg(half.revision);
    else if (!first)
        error.message = QStringLiteral("Revision %1 is half %2: `%3` finishes it first.")
                            .arg(half.revision, half.up ? QStringLiteral("applied") : QStringLiteral("taken back"), half.resumeCommand());
    else
        return {};
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

Status Executor::checkIdle() const
{
    if (m_connection.isReadOnly())
        return fail(ErrorKind::ReadOnly, QStringLiteral("The connection is read-only; nothing was migrated."));
    if (m_connection.transactionState() != driver::TransactionState::Idle)
        return fail(ErrorKind::InvalidInput, QStringLiteral("A transaction is open; commit it or roll it back before migrating."));
    return {};
}

Status Executor::abandon(const ExecutionOptions &options, const CancelToken &token)
{
    JOINERY_TRY(checkIdle());
    JOINERY_TRY_VALUE(const MigrationLock lock, MigrationLock::acquire(m_dialect, m_connection.server(), m_connector,
                                                                       options.lockTimeoutSeconds, token));
    return Journal(m_dialect, m_connection).drop(token);
}

Result<ExecutionReport> Executor::run(GraphStep::Kind kind, const QString &target, const ExecutionOptions &options,
                                      const CancelToken &token)
{
    JOINERY_TRY(checkIdle());
    JOINERY_TRY_VALUE(MigrationLock lock, MigrationLock::acquire(m_dialect, m_connection.server(), m_connector,
                                                                 options.lockTimeoutSeconds, token));
    // Only now do the heads mean anything: another process may have moved the database while this one waited.
    ExecutionReport report;
    JOINERY_TRY_VALUE(report.before, m_versions.read(m_connection, token));
    Journal journal(m_dialect, m_connection);
    JOINERY_TRY_VALUE(const std::optional<HalfApplied> half, journal.read(token));
    const History &history = historyFor(m_history, report.before, half, target);
    JOINERY_TRY_VALUE(const GraphRoute route, routeOf(history.graph(), kind, report.before, target));
    if (half)
        JOINERY_TRY(checkResumes(history, *half, route));
    JOINERY_TRY_VALUE(const std::vector<RevisionWork> works, worksOf(history, route));
    if (!options.allowDestructive)
        JOINERY_TRY(checkLosses(works, half.has_value()));
    report.after = report.before;
    if (journal.isThere() && !half) // somebody was stopped between the last commit and this
        JOINERY_TRY(journal.drop(token));
    if (route.steps.empty())
        return report;
    JOINERY_TRY(m_versions.ensure(m_connection, token));

    JOINERY_TRY_VALUE(schema::Catalog model, history.catalogAt(report.before));
    LiveCatalog live(m_dialect, m_connection, std::move(model));
    ExecutionProgress progress;
    progress.revisions = int(route.steps.size());
    bool journaled = half.has_value();
    for (size_t i = 0; i < works.size(); ++i) {
        const GraphStep &step = works[i].step;
        const QString name = step.revision.isEmpty() ? (step.to + step.from).value(0) : step.revision;
        if (!report.failure) {
            progress.revision = int(i) + 1;
            progress.revisionId = name;
            RevisionRun revision(m_dialect, m_connection, live, m_versions, options, progress);
            Status status = token.check();
            if (status)
                status = lock.check();
            if (status)
                status = revision.run(works[i], half && i == 0 ? &*half : nullptr, token);
            journaled = journaled || revision.isJournaled();
            if (status) {
                report.done.append(name);
                continue;
            }
            report.failure = std::move(status).error();
            report.failedRevision = name;
            report.halfApplied = revision.halfApplied();
            if (report.halfApplied)
                report.halfDone = report.halfApplied->done();
        }
        report.left.append(name);
    }
    if (!report.failure) {
        report.after = route.after;
    } else if (m_connection.isOpen()) {
        if (const Result<QStringList> now = m_versions.read(m_connection))
            report.after = *now;
    }
    // Nobody sees the journal between two runs, but where a revision is half applied.
    if (journaled && !report.halfApplied && m_connection.isOpen())
        JOINERY_TRY(journal.drop());
    return report;
}

} // namespace joinery::migration
