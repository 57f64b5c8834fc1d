// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/rehearsal/rehearsal.h"

#include "core/dialect/adapt.h"
#include "core/dialect/comparison.h"
#include "core/migration/checks/move_findings.h"
#include "core/migration/operation_object.h"
#include "core/migration/planner.h"
#include "core/migration/rehearsal/kept_values.h"
#include "core/migration/rehearsal/statement_watch.h"
#include "core/operation/lookup.h"

#include <QElapsedTimer>

#include <algorithm>

namespace joinery::migration {

namespace {

using Phase = RehearsalProgress::Phase;
using Kind = RehearsalStage::Kind;

class Rehearsing
{
public:
    Rehearsing(const dialect::Dialect &dialect, const interop::Connect &connect, const History &history, const Shadow &shadow,
               const QString &target, const RehearsalOptions &options, const CancelToken &token, RehearsalReport &report)
        : m_dialect(dialect), m_connect(connect), m_history(history), m_shadow(shadow), m_target(target), m_options(options), m_token(token), m_report(report) {}

    Status run(const GraphRoute &route);

private:
    struct Step
    {
        bool up;
        QString target;
    };
    Status openCopy();
    Result<schema::Catalog> inspected();
    Result<operation::Operations> difference(const schema::Catalog &wanted, const schema::Catalog &there, bool fromModel) const;
    Result<operation::Operations> fromModel(const QStringList &heads, const schema::Catalog &there);
    /// MySQL keeps the index that it made for a foreign key: no fault of the way back, and worth a word.
    void leaveOutIndexesOfKeys(operation::Operations &differences, const schema::Catalog &above);
    Status follow(KeptValues &values, const GraphRoute &route, bool up);
    /// False where something went wrong on the copy; it is in the report then.
    Result<bool> move(Kind kind, const std::vector<Step> &steps);
    std::vector<Step> wayBack(const GraphRoute &route) const;
    void tell(Phase phase, int done, int total, const QString &text) const;

    const dialect::Dialect &m_dialect;
    const interop::Connect &m_connect;
    const History &m_history;
    const Shadow &m_shadow;
    const QString &m_target;
    const RehearsalOptions &m_options;
    const CancelToken &m_token;
    RehearsalReport &m_report;
    std::unique_ptr<driver::Connection> m_connection;
    std::unique_ptr<StatementWatch> m_watch;
};

void Rehearsing::tell(Phase phase, int done, int total, const QString &text) const
{
    if (m_options.progress)
        m_options.progress({phase, done, total, text});
}

Status Rehearsing::openCopy()
{
    JOINERY_TRY_VALUE(m_connection, m_connect(m_shadow.url()));
    m_watch = std::make_unique<StatementWatch>(m_dialect, *m_connection, m_report.rows);
    return {};
}

Result<schema::Catalog> Rehearsing::inspected()
{
    dialect::InspectOptions options;
    options.estimates = false;
    options.everyTable = true;
    JOINERY_TRY_VALUE(dialect::Inspection inspection, m_dialect.inspect(*m_connection, options, m_token));
    return std::move(inspection.catalog);
}

Result<operation::Operations> Rehearsing::difference(const schema::Catalog &wanted, const schema::Catalog &there, bool fromModel) const
{
    compare::Options options = dialect::comparisonOptions(m_dialect);
    options.unnamedIsAny = fromModel;
    JOINERY_TRY_VALUE(compare::Difference difference, compare::compare(wanted, there, options));
    return std::move(difference.operations);
}

Result<operation::Operations> Rehearsing::fromModel(const QStringList &heads, const schema::Catalog &there)
{
    JOINERY_TRY_VALUE(const schema::Catalog model, m_history.catalogAt(heads));
    return difference(dialect::adapt(model, m_dialect, m_connection->server().versionNumber).catalog, there, true);
}

void Rehearsing::leaveOutIndexesOfKeys(operation::Operations &differences, const schema::Catalog &above)
{
    if (!dialect::comparisonOptions(m_dialect).keysBringIndexes)
        return;
    std::erase_if(differences, [&](const operation::Operation &each) {
        const auto *made = std::get_if<operation::CreateIndex>(&each);
        const schema::Table *table = made ? above.table(made->table) : nullptr;
        const bool ofKey = table && std::ranges::any_of(table->foreignKeys, [&](const schema::ForeignKey &key) { return operation::isIndexOfKey(made->index, key); });
        if (ofKey)
            m_report.indexesLeft.append(objectOf(each));
        return ofKey;
    });
}

Status Rehearsing::follow(KeptValues &values, const GraphRoute &route, bool up)
{
    const auto one = [&](const GraphStep &step) -> Status {
        JOINERY_TRY_VALUE(const schema::Catalog before, m_history.catalogBefore(step.revision));
        JOINERY_TRY_VALUE(const operation::Operations operations, operationsOf(*m_history.revision(step.revision), up, before));
        for (const operation::Operation &each : operations)
            values.follow(each, m_dialect.name());
        return {};
    };
    if (up) {
        for (const GraphStep &step : route.steps)
            JOINERY_TRY(one(step));
    } else {
        for (auto step = route.steps.rbegin(); step != route.steps.rend(); ++step)
            JOINERY_TRY(one(*step));
    }
    return {};
}

/// The steps of the way up in reverse: one downgrade for each, whatever branches there are.
std::vector<Rehearsing::Step> Rehearsing::wayBack(const GraphRoute &route) const
{
    if (route.before.isEmpty())
        return {{false, QStringLiteral("base")}};
    std::vector<Step> steps;
    for (auto step = route.steps.rbegin(); step != route.steps.rend(); ++step) {
        const QStringList parents = m_history.revision(step->revision)->parents;
        steps.push_back({false, parents.isEmpty() ? QString(step->revision + QLatin1String("@base")) : parents.front()});
    }
    return steps;
}

Result<bool> Rehearsing::move(Kind kind, const std::vector<Step> &steps)
{
    const Phase phase = kind == Kind::Up ? Phase::Up : kind == Kind::Down ? Phase::Down : Phase::UpAgain;
    RehearsalStage stage;
    stage.kind = kind;
    JOINERY_TRY(m_watch->begin(m_token));
    ExecutionOptions options;
    options.allowDestructive = true;
    options.progress = [&](const ExecutionProgress &at) { tell(phase, at.revision, at.revisions, at.sql); };
    options.ran = [this](const RanStatement &statement) { return m_watch->ran(statement, m_token); };
    Executor executor(m_history, m_dialect, *m_connection, [this] { return m_connect(m_shadow.url()); });
    QElapsedTimer clock;
    clock.start();
    for (const Step &step : steps) {
        Result<ExecutionReport> report = step.up ? executor.upgrade(step.target, options, m_token) : executor.downgrade(step.target, options, m_token);
        JOINERY_TRY(m_token.check());
        if (!report) {
            stage.failure = std::move(report).error();
        } else if (report->failure) {
            stage.failure = std::move(report->failure);
            stage.failedRevision = report->failedRevision;
        }
        if (stage.failure)
            break;
    }
    stage.microseconds = clock.nsecsElapsed() / 1000;
    stage.statements = m_watch->take();
    m_report.stages.push_back(std::move(stage));
    return !m_report.stages.back().failure;
}

Status Rehearsing::run(const GraphRoute &route)
{
    JOINERY_TRY(openCopy());
    JOINERY_TRY_VALUE(const schema::Catalog start, inspected());
    JOINERY_TRY_VALUE(m_report.startDifferences, fromModel(route.before, start));

    KeptValues before(start);
    KeptValues above = before;
    JOINERY_TRY(follow(above, route, true));
    KeptValues after = above;
    const Status back = follow(after, route, false);
    if (!back)
        m_report.noWayBack = back.error();
    const bool rows = m_report.level != CopyLevel::Schema;
    tell(Phase::Compare, 0, 0, {});
    if (rows) {
        JOINERY_TRY(before.remember(*m_connection, m_dialect, back ? after : above, m_token));
        above.takeValuesOf(before);
        after.takeValuesOf(before);
    }

    JOINERY_TRY_VALUE(const bool up, move(Kind::Up, {{true, m_target}}));
    if (!up)
        return {};
    tell(Phase::Compare, 0, 0, {});
    JOINERY_TRY_VALUE(const schema::Catalog above1, inspected());
    RehearsalStage &upStage = m_report.stages.back();
    // What differed before differs still, and is no fault of the revisions.
    if (m_report.startDifferences.empty()) {
        JOINERY_TRY_VALUE(upStage.differences, fromModel(route.after, above1));
    }
    if (rows) {
        JOINERY_TRY_VALUE(upStage.changed, above.changed(*m_connection, m_dialect, m_token));
    }
    if (!back)
        return {};

    JOINERY_TRY_VALUE(const bool down, move(Kind::Down, wayBack(route)));
    if (!down)
        return {};
    tell(Phase::Compare, 0, 0, {});
    JOINERY_TRY_VALUE(const schema::Catalog below, inspected());
    RehearsalStage &downStage = m_report.stages.back();
    JOINERY_TRY_VALUE(downStage.differences, difference(start, below, false));
    leaveOutIndexesOfKeys(downStage.differences, above1);
    if (rows) {
        JOINERY_TRY_VALUE(downStage.changed, after.changed(*m_connection, m_dialect, m_token));
        JOINERY_TRY_VALUE(m_report.notBack, after.notBack(*m_connection, m_dialect, below, m_token));
    }

    JOINERY_TRY_VALUE(const bool again, move(Kind::UpAgain, {{true, m_target}}));
    if (!again)
        return {};
    tell(Phase::Compare, 0, 0, {});
    JOINERY_TRY_VALUE(const schema::Catalog above2, inspected());
    JOINERY_TRY_VALUE(m_report.stages.back().differences, difference(above1, above2, false));
    return {};
}

} // namespace

Result<RehearsalReport> rehearse(const driver::Url &source, const dialect::Dialect &dialect, const interop::Connect &connect,
                                 const History &all, const QString &target, const RehearsalOptions &options, const CancelToken &token)
{
    RehearsalReport report;
    report.level = options.copy.level;
    GraphRoute route;
    {
        JOINERY_TRY_VALUE(const auto connection, connect(source));
        JOINERY_TRY(connection->setReadOnly(true));
        JOINERY_TRY_VALUE(report.before, VersionTable(dialect).read(*connection, token));
        JOINERY_TRY_VALUE(const std::optional<HalfApplied> half, Journal(dialect, *connection).read(token));
        if (half) {
            return fail(ErrorKind::Refused, QStringLiteral("Revision %1 is half applied: `%2` finishes it first, then the next ones can be rehearsed.")
                                                .arg(half->revision, half->resumeCommand()));
        }
        const History &history = all.reaching(report.before);
        JOINERY_TRY_VALUE(route, upgradeRoute(history.graph(), report.before, target));
        report.after = route.after;
        for (const GraphStep &step : route.steps)
            report.revisions.append(step.revision);
        if (route.steps.empty())
            return report;
        JOINERY_TRY_VALUE(report.findings, moveFindings(*connection, dialect, history, route, token));
    } // nobody may be connected while it is copied whole

    ShadowOptions copy = options.copy;
    copy.progress = [&](const QString &table, qint64 rows) {
        if (options.progress)
            options.progress({Phase::Copy, 0, 0, QStringLiteral("%1: %2").arg(table).arg(rows)});
    };
    if (options.progress)
        options.progress({Phase::Copy, 0, 0, {}});
    QElapsedTimer clock;
    clock.start();
    JOINERY_TRY_VALUE(const std::unique_ptr<Shadow> shadow, Shadow::make(source, dialect, connect, copy, token));
    report.copyMicroseconds = clock.nsecsElapsed() / 1000;
    report.shadow = shadow->name();
    report.way = shadow->way();
    report.rows = shadow->rows();
    {
        Rehearsing rehearsing(dialect, connect, all.reaching(report.before), *shadow, target, options, token, report);
        JOINERY_TRY(rehearsing.run(route));
    }
    JOINERY_TRY(shadow->drop());
    return report;
}

} // namespace joinery::migration
