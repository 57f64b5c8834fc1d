// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/drift.h"

#include "core/builtin_spelling.h"
#include "core/dialect/adapt.h"
#include "core/dialect/comparison.h"
#include "core/dialect/live_comparison.h"
#include "core/dialect/run_steps.h"
#include "core/migration/operation_object.h"
#include "core/migration/planner.h"
#include "core/operation/apply.h"
#include "core/operation/describe.h"

#include <algorithm>

namespace joinery::migration {

namespace {

const DriftRule *ruleOf(const operation::Operation &operation, const std::vector<DriftRule> &rules)
{
    const DriftRule wanted = ruleFor(operation);
    const schema::Name table = operation::affectedTable(operation);
    const auto found = std::ranges::find_if(rules, [&](const DriftRule &each) {
        const bool inNewTable = each.kind == QLatin1String("create_table") && !table.isEmpty() && table.toString() == each.object;
        return (each.kind == wanted.kind && each.object == wanted.object && !each.object.isEmpty()) || inNewTable;
    });
    return found == rules.end() ? nullptr : &*found;
}

} // namespace

Result<DriftRule> DriftRule::parse(const QString &text)
{
    const qsizetype equals = text.indexOf(u'='), colon = text.indexOf(u':');
    DriftRule rule{text.left(colon).trimmed(), {}, {}};
    if (colon > 0 && equals > colon) {
        rule.object = text.mid(colon + 1, equals - colon - 1).trimmed();
        rule.reason = text.mid(equals + 1).trimmed();
    }
    if (rule.object.isEmpty() || rule.reason.isEmpty())
        return fail(ErrorKind::InvalidInput, QStringLiteral("\"%1\" is no rule; write KIND:OBJECT=REASON as the check names them, e.g. create_index:book.ix_title=made by the report tool.").arg(text));
    return rule;
}

DriftRule ruleFor(const operation::Operation &operation) { return {operation::kind(operation), objectOf(operation), {}}; }

Result<Drift> checkDrift(driver::Connection &connection, const dialect::Dialect &dialect, const History &history,
                         const schema::Catalog *models, const std::vector<DriftRule> &rules, const CancelToken &token)
{
    Drift drift;
    JOINERY_TRY_VALUE(drift.current, VersionTable(dialect).read(connection, token));
    QStringList heads = history.graph().realHeadIds();
    heads.sort();
    drift.atHead = drift.current == heads;
    dialect::InspectOptions inspect;
    inspect.estimates = false;
    inspect.everyTable = true;
    JOINERY_TRY_VALUE(dialect::Inspection live, dialect.inspect(connection, inspect, token));
    JOINERY_TRY_VALUE(const schema::Catalog modelled, history.reaching(drift.current).catalogAt(drift.current));
    drift.expected = dialect::adapt(modelled, dialect, connection.server().versionNumber).catalog;
    drift.there = std::move(live.catalog);
    alignSpelling(drift.expected, drift.there, dialect);
    compare::Options options = dialect::comparisonOptions(dialect);
    options.unnamedIsAny = true;
    JOINERY_TRY_VALUE(drift.live, dialect::compareLive(connection, dialect, drift.expected, drift.there, dialect::LiveSide::To, options, token));
    operation::Operations standing;
    for (operation::Operation &each : drift.live.operations) {
        if (const DriftRule *rule = ruleOf(each, rules))
            drift.ignored.push_back({std::move(each), *rule});
        else
            standing.push_back(std::move(each));
    }
    drift.live.operations = std::move(standing);
    if (models) {
        JOINERY_TRY_VALUE(const schema::Catalog head, history.catalogAtHeads());
        JOINERY_TRY_VALUE(drift.pendingModels, compare::compare(head, *models));
    }
    return drift;
}

Result<Repair> planRepair(const Drift &drift, const dialect::Dialect &dialect, int serverVersion)
{
    Repair repair;
    std::optional<operation::Operations> back = operation::invertAll(drift.live.operations, drift.expected);
    if (!back)
        return fail(ErrorKind::Unsupported, QStringLiteral("What was changed in the database cannot be taken back by operations: repair it by hand."));
    repair.operations = *std::move(back);
    repair.losses = lossesOf(repair.operations);
    JOINERY_TRY_VALUE(repair.steps, dialect::renderAll(dialect, repair.operations, drift.there, serverVersion));
    return repair;
}

Status runRepair(driver::Connection &connection, const dialect::Dialect &dialect, const Connector &connector, const History &history,
                 const std::vector<DriftRule> &rules, const Repair &repair, bool allowDestructive, const CancelToken &token)
{
    if (connection.isReadOnly())
        return fail(ErrorKind::ReadOnly, QStringLiteral("The connection is read-only; nothing was repaired."));
    if (!repair.losses.isEmpty() && !allowDestructive) {
        Error error;
        error.kind = ErrorKind::Refused;
        error.message = QStringLiteral("This would destroy data for good: %1.").arg(repair.losses.join(QStringLiteral("; ")));
        error.detail = QStringLiteral("It has to be allowed explicitly.");
        return fail(std::move(error));
    }
    JOINERY_TRY_VALUE(const MigrationLock lock, MigrationLock::acquire(dialect, connection.server(), connector, ExecutionOptions().lockTimeoutSeconds, token));
    JOINERY_TRY_VALUE(const Drift now, checkDrift(connection, dialect, history, nullptr, rules, token));
    JOINERY_TRY_VALUE(const Repair fresh, planRepair(now, dialect, connection.server().versionNumber));
    if (fresh.steps != repair.steps)
        return fail(ErrorKind::Conflict, QStringLiteral("The database was changed since the repair was planned; nothing was done. Look at it again."));
    const dialect::LockTimeouts timeouts = dialect.lockTimeouts();
    dialect::SqlSteps steps;
    for (const QString &each : timeouts.begin)
        steps.push_back({.sql = each, .place = dialect::SqlStep::Place::Setup});
    for (const QString &each : timeouts.transaction)
        steps.push_back({.sql = each});
    steps.insert(steps.end(), repair.steps.begin(), repair.steps.end());
    for (const QString &each : timeouts.end)
        steps.push_back({.sql = each, .place = dialect::SqlStep::Place::Teardown});
    return dialect::runSteps(connection, steps, token);
}

Result<Adoption> planAdoption(const Drift &drift, const History &history, schema::Catalog models, const QString &message)
{
    const QStringList heads = history.graph().headIds();
    if (!drift.atHead || heads.size() != 1)
        return fail(ErrorKind::Conflict, QStringLiteral("The database has to stand at the one head of the project before its changes can become the next revision."));
    Adoption adoption;
    Revision &revision = adoption.revision;
    revision.id = Revision::newId();
    revision.parents = heads;
    revision.message = message;
    revision.created = QDateTime::currentDateTimeUtc();
    revision.dialect = drift.there.dialect;
    revision.operations = drift.live.operations;
    adoption.models = std::move(models);
    JOINERY_TRY(operation::applyAll(adoption.models, revision.operations));
    schema::assignUids(adoption.models);
    std::vector<Revision> revisions = history.revisions();
    revisions.push_back(revision);
    JOINERY_TRY_VALUE(adoption.history, History::build(std::move(revisions)));
    JOINERY_TRY(adoption.history.catalogAtHeads()); // it fits what is below it
    return adoption;
}

} // namespace joinery::migration
