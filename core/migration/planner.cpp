// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/planner.h"

#include "core/operation/apply.h"
#include "core/operation/describe.h"

namespace joinery::migration {

QStringList Plan::losses() const
{
    QStringList all;
    for (const PlannedRevision &revision : revisions)
        all += revision.losses;
    return all;
}

Result<operation::Operations> operationsOf(const Revision &revision, bool up, const schema::Catalog &before)
{
    if (up)
        return revision.operations;
    std::optional<operation::Operations> inverse = operation::invertAll(revision.operations, before);
    if (!inverse) {
        return fail(ErrorKind::Unsupported,
                    QStringLiteral("Revision %1 has no way back: a step of it says how to do it and not how to undo it.")
                        .arg(revision.id));
    }
    return *std::move(inverse);
}

QStringList lossesOf(const operation::Operations &operations)
{
    QStringList losses;
    for (const operation::Operation &operation : operations) {
        if (operation::losesData(operation))
            losses.append(operation::describeLoss(operation));
    }
    return losses;
}

Result<Plan> Planner::upgrade(const QStringList &current, const QString &target) const
{
    if (const History &other = m_history.reaching(current); &other != &m_history)
        return Planner(other, m_dialect, m_serverVersion).upgrade(current, target);
    JOINERY_TRY_VALUE(GraphRoute route, upgradeRoute(m_history.graph(), current, target));
    return planned(std::move(route), GraphStep::Kind::Upgrade, target);
}

Result<Plan> Planner::downgrade(const QStringList &current, const QString &target) const
{
    if (const History &other = m_history.reaching(current); &other != &m_history)
        return Planner(other, m_dialect, m_serverVersion).downgrade(current, target);
    JOINERY_TRY_VALUE(GraphRoute route, downgradeRoute(m_history.graph(), current, target));
    return planned(std::move(route), GraphStep::Kind::Downgrade, target);
}

Result<Plan> Planner::stamp(const QStringList &current, const QString &target) const
{
    if (const History &other = m_history.reaching(current); &other != &m_history)
        return Planner(other, m_dialect, m_serverVersion).stamp(current, target);
    JOINERY_TRY_VALUE(GraphRoute route, stampRoute(m_history.graph(), current, target));
    return planned(std::move(route), GraphStep::Kind::Stamp, target);
}

Result<PlannedRevision> Planner::revision(const QString &id, bool up) const
{
    const Revision *revision = m_history.revision(id);
    if (!revision)
        return fail(ErrorKind::Undefined, QStringLiteral("There is no revision %1.").arg(id));
    const RevisionGraph &graph = m_history.graph();
    GraphRoute route;
    const QStringList below = graph.ids(graph.node(graph.indexOf(id)).down);
    route.before = up ? below : QStringList{id};
    route.after = up ? QStringList{id} : below;
    route.steps.push_back({up ? GraphStep::Kind::Upgrade : GraphStep::Kind::Downgrade, up, id, route.before, route.after, {}});
    JOINERY_TRY_VALUE(Plan plan, planned(std::move(route), up ? GraphStep::Kind::Upgrade : GraphStep::Kind::Downgrade, id));
    return std::move(plan.revisions.front());
}

Result<Plan> Planner::planned(GraphRoute route, GraphStep::Kind kind, const QString &target) const
{
    Plan plan;
    plan.kind = kind;
    plan.target = target;
    plan.before = route.before;
    plan.after = route.after;
    if (kind == GraphStep::Kind::Stamp) {
        for (GraphStep &step : route.steps)
            plan.revisions.push_back({std::move(step), {}, {}, {}});
        return plan;
    }
    JOINERY_TRY_VALUE(schema::Catalog state, m_history.catalogAt(route.before));
    for (GraphStep &step : route.steps) {
        const Revision *revision = m_history.revision(step.revision);
        if (!revision->dialect.isEmpty())
            state.dialect = revision->dialect;
        JOINERY_TRY_VALUE(const schema::Catalog below, m_history.catalogBefore(step.revision));
        JOINERY_TRY_VALUE(const operation::Operations operations, operationsOf(*revision, step.up, below));
        PlannedRevision planned{std::move(step), revision->message, {}, lossesOf(operations)};
        for (const operation::Operation &operation : operations) {
            JOINERY_TRY_VALUE(dialect::SqlSteps sql, m_dialect.render(operation, state, m_serverVersion));
            JOINERY_TRY(operation::apply(state, operation));
            planned.operations.push_back({operation, std::move(sql)});
        }
        plan.revisions.push_back(std::move(planned));
    }
    return plan;
}

} // namespace joinery::migration
