// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/migration_jobs.h"

#include "core/builtin.h"
#include "core/migration/checks/move_findings.h"
#include "core/migration/journal.h"
#include "core/migration/planner.h"
#include "core/worker/post.h"

namespace joinery::worker {

namespace {

using migration::GraphStep;

Result<migration::Plan> plan(const Move &move, const dialect::Dialect &dialect, int serverVersion, const QStringList &heads)
{
    const migration::Planner planner(*move.history, dialect, serverVersion);
    switch (move.kind) {
    case GraphStep::Kind::Upgrade: return planner.upgrade(heads, move.target);
    case GraphStep::Kind::Downgrade: return planner.downgrade(heads, move.target);
    case GraphStep::Kind::Stamp: return planner.stamp(heads, move.target);
    }
    Q_UNREACHABLE();
}

MovePreview previewOf(const migration::Plan &plan)
{
    MovePreview preview;
    preview.before = plan.before;
    preview.after = plan.after;
    preview.losses = plan.losses();
    for (const migration::PlannedRevision &revision : plan.revisions) {
        MovePreview::Step step{revision.step.revision, revision.message, revision.step.up, {}, {}};
        for (const migration::PlannedOperation &planned : revision.operations) {
            step.operations.push_back(planned.operation);
            for (const dialect::SqlStep &sql : planned.sql)
                step.sql += sql.sql + QLatin1String(";\n");
        }
        preview.steps.push_back(std::move(step));
    }
    return preview;
}

/// Of the rows and of the operations; a stamp touches neither.
Result<migration::LintFindings> findingsOf(const Move &move, const migration::Plan &plan, driver::Connection &connection,
                                           const dialect::Dialect &dialect, const CancelToken &token)
{
    if (move.kind == GraphStep::Kind::Stamp || plan.isEmpty())
        return migration::LintFindings{};
    const migration::History &history = move.history->reaching(plan.before);
    const migration::RevisionGraph &graph = history.graph();
    JOINERY_TRY_VALUE(const migration::GraphRoute route,
                      move.kind == GraphStep::Kind::Upgrade ? migration::upgradeRoute(graph, plan.before, move.target)
                                                            : migration::downgradeRoute(graph, plan.before, move.target));
    return migration::moveFindings(connection, dialect, history, route, token);
}

JobTitle title(const Move &move, bool onlyPlan)
{
    switch (move.kind) {
    case GraphStep::Kind::Upgrade: return {onlyPlan ? QStringLiteral("Plan: upgrade to %1") : QStringLiteral("Upgrade to %1"), move.target};
    case GraphStep::Kind::Downgrade: return {onlyPlan ? QStringLiteral("Plan: downgrade to %1") : QStringLiteral("Downgrade to %1"), move.target};
    case GraphStep::Kind::Stamp: return {onlyPlan ? QStringLiteral("Plan: stamp %1") : QStringLiteral("Stamp %1"), move.target};
    }
    Q_UNREACHABLE();
}

} // namespace

Job readHeads(DbWorker &worker, QObject *receiver, std::function<void(Result<QStringList>)> done)
{
    return post<QStringList>(worker, QStringLiteral("Read the version table"),
                             [](World &world, const CancelToken &token) -> Result<QStringList> {
        JOINERY_TRY_VALUE(driver::Connection *connection, world.connection(token));
        return migration::VersionTable(world.dialect()).read(*connection, token);
    }, receiver, std::move(done));
}

Job previewMove(DbWorker &worker, const Move &move, QObject *receiver, std::function<void(Result<MovePreview>)> done)
{
    return post<MovePreview>(worker, title(move, true),
                             [move](World &world, const CancelToken &token) -> Result<MovePreview> {
        JOINERY_TRY_VALUE(driver::Connection *connection, world.connection(token));
        const dialect::Dialect &dialect = world.dialect();
        JOINERY_TRY_VALUE(const QStringList heads, migration::VersionTable(dialect).read(*connection, token));
        JOINERY_TRY_VALUE(const migration::Plan planned, plan(move, dialect, connection->server().versionNumber, heads));
        MovePreview preview = previewOf(planned);
        JOINERY_TRY_VALUE(preview.halfApplied, migration::Journal(dialect, *connection).read(token));
        // What was begun changed the database: it stands between two revisions, and none of them says what is in it.
        if (!preview.halfApplied) {
            JOINERY_TRY_VALUE(preview.findings, findingsOf(move, planned, *connection, dialect, token));
        }
        return preview;
    }, receiver, std::move(done));
}

Job runMove(DbWorker &worker, const Move &move, QObject *receiver,
            std::function<void(Result<migration::ExecutionReport>)> done)
{
    const auto work = [move](World &world, const CancelToken &token) -> Result<migration::ExecutionReport> {
        JOINERY_TRY_VALUE(driver::Connection *connection, world.connection(token));
        const Target target = world.target();
        const migration::Connector connector = [target, token] {
            driver::ConnectOptions options;
            options.timeoutSeconds = target.connectTimeoutSeconds;
            return connect(target.url, options, token);
        };
        migration::ExecutionOptions options;
        options.allowDestructive = move.allowDestructive;
        options.progress = [&world](const migration::ExecutionProgress &at) {
            const qint64 total = at.statements;
            world.progress({at.statement, total, QStringLiteral("%1 (%2/%3): %4").arg(at.revisionId).arg(at.revision).arg(at.revisions).arg(at.sql)});
        };
        migration::Executor executor(*move.history, world.dialect(), *connection, connector);
        switch (move.kind) {
        case GraphStep::Kind::Upgrade: return executor.upgrade(move.target, options, token);
        case GraphStep::Kind::Downgrade: return executor.downgrade(move.target, options, token);
        case GraphStep::Kind::Stamp: return executor.stamp(move.target, options, token);
        }
        Q_UNREACHABLE();
    };
    return post<migration::ExecutionReport>(worker, title(move, false), work, receiver, std::move(done), Late::Keep);
}

} // namespace joinery::worker
