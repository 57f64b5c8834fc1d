// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/revision_steps.h"

#include "core/migration/revision_targets.h"

#include <QSet>

#include <algorithm>

namespace joinery::migration {

namespace {

using Follow = RevisionGraph::Follow;

Indexes without(const Indexes &set, const Indexes &gone)
{
    Indexes kept;
    for (const int at : set) {
        if (std::ranges::find(gone, at) == gone.end())
            kept.push_back(at);
    }
    return kept;
}

bool contains(const Indexes &set, int at) { return std::ranges::find(set, at) != set.end(); }

/// An upgrade to one of two revisions of the same line would be an upgrade to the higher one alone; whoever names both
/// is mistaken.
Status checkApart(const RevisionGraph &graph, const Indexes &targets)
{
    for (const int at : targets) {
        for (const int below : graph.ancestors({at}, Follow::Dependencies)) {
            if (below != at && contains(targets, below)) {
                return fail(ErrorKind::InvalidInput, QStringLiteral("Revision %1 overlaps with revision %2: one stands on the other.")
                                                         .arg(graph.node(at).id, graph.node(below).id));
            }
        }
    }
    return {};
}

/// Follows the version table from step to step.
class Rows
{
public:
    Rows(const RevisionGraph &graph, const QStringList &heads) : m_graph(graph), m_heads(heads.begin(), heads.end()) {}

    Result<VersionEdits> upgrade(const RevisionGraph::Node &revision)
    {
        const QStringList down = m_graph.ids(revision.down);
        const QStringList present = inTable(down);
        if (present.isEmpty())
            return insert(revision.id);
        if (down.size() == 1 || present.size() == 1)
            return move({}, present.front(), revision.id);
        // What another head still stands on keeps its row there, implied by that head.
        QStringList from = withoutImplied(down, down);
        if (from.isEmpty())
            return insert(revision.id);
        const QString last = from.takeLast();
        return move(from, last, revision.id);
    }

    Result<VersionEdits> downgrade(const RevisionGraph::Node &revision)
    {
        if (!m_heads.contains(revision.id))
            return lost(revision.id);
        QStringList to = withoutImplied(m_graph.ids(revision.down), {revision.id});
        if (to.isEmpty())
            return remove(revision.id);
        const QString last = to.takeLast();
        VersionEdits edits;
        for (const QString &id : to) {
            JOINERY_TRY_VALUE(const VersionEdits more, insert(id));
            edits.insert(edits.end(), more.begin(), more.end());
        }
        JOINERY_TRY_VALUE(const VersionEdits more, move({}, revision.id, last));
        edits.insert(edits.end(), more.begin(), more.end());
        return edits;
    }

    Result<VersionEdits> insert(const QString &id)
    {
        if (m_heads.contains(id))
            return fail(ErrorKind::Conflict, QStringLiteral("The version table holds revision %1 already.").arg(id));
        m_heads.insert(id);
        return VersionEdits{{VersionEdit::Kind::Insert, {}, id}};
    }

    Result<VersionEdits> remove(const QString &id)
    {
        if (!m_heads.remove(id))
            return lost(id);
        return VersionEdits{{VersionEdit::Kind::Delete, id, {}}};
    }

    Result<VersionEdits> move(const QStringList &gone, const QString &from, const QString &to)
    {
        VersionEdits edits;
        for (const QString &id : gone) {
            JOINERY_TRY_VALUE(const VersionEdits more, remove(id));
            edits.insert(edits.end(), more.begin(), more.end());
        }
        if (!m_heads.remove(from))
            return lost(from);
        if (m_heads.contains(to))
            return fail(ErrorKind::Conflict, QStringLiteral("The version table holds revision %1 already.").arg(to));
        m_heads.insert(to);
        edits.push_back({VersionEdit::Kind::Update, from, to});
        return edits;
    }

    bool holds(const QString &id) const { return m_heads.contains(id); }
    QStringList sorted() const
    {
        QStringList heads(m_heads.begin(), m_heads.end());
        heads.sort();
        return heads;
    }

private:
    QStringList inTable(const QStringList &ids) const
    {
        QStringList found;
        std::ranges::copy_if(ids, std::back_inserter(found), [&](const QString &id) { return m_heads.contains(id); });
        return found;
    }

    QStringList withoutImplied(const QStringList &ids, const QStringList &moving) const
    {
        Indexes others;
        for (const QString &head : sorted()) {
            if (!moving.contains(head))
                others.push_back(m_graph.indexOf(head));
        }
        const QStringList implied = m_graph.ids(m_graph.ancestors(others, Follow::Dependencies));
        QStringList kept;
        std::ranges::copy_if(ids, std::back_inserter(kept), [&](const QString &id) { return !implied.contains(id); });
        return kept;
    }

    Result<VersionEdits> lost(const QString &id) const
    {
        return fail(ErrorKind::Conflict, QStringLiteral("The version table does not hold revision %1.").arg(id));
    }

    const RevisionGraph &m_graph;
    QSet<QString> m_heads;
};

Result<Indexes> stampHeads(const RevisionGraph &graph, const Indexes &current, const QString &target)
{
    return inLineage(graph, current, target, Follow::Dependencies);
}

Result<GraphStep> stampTo(const RevisionGraph &graph, int target, const Indexes &heads, Rows &rows)
{
    GraphStep step;
    step.kind = GraphStep::Kind::Stamp;
    step.to = {graph.node(target).id};
    const auto meets = [&](const Indexes &line) {
        return std::ranges::any_of(heads, [&](int head) { return contains(line, head); });
    };
    const bool above = meets(graph.descendants({target}, Follow::Dependencies));
    const bool below = meets(graph.ancestors({target}, Follow::Dependencies));
    if (above && below) {
        return fail(ErrorKind::InvalidInput,
                    QStringLiteral("Revision %1 stands between the revisions of the database; stamp base first.").arg(step.to.front()));
    }
    step.up = !above;
    if (!above && !below) {
        JOINERY_TRY_VALUE(step.edits, rows.insert(step.to.front()));
        return step;
    }
    step.from = graph.ids(heads);
    const bool moved = std::ranges::any_of(step.from, [&](const QString &id) { return !rows.holds(id); });
    if (step.up && moved && !rows.holds(step.to.front())) {
        JOINERY_TRY_VALUE(step.edits, rows.insert(step.to.front()));
        return step;
    }
    QStringList gone = step.from;
    const QString last = gone.takeLast();
    JOINERY_TRY_VALUE(step.edits, rows.move(gone, last, step.to.front()));
    return step;
}

} // namespace

Result<GraphRoute> upgradeRoute(const RevisionGraph &graph, const QStringList &currentIds, const QString &target)
{
    JOINERY_TRY_VALUE(const Indexes targets, upgradeTarget(graph, currentIds, target));
    JOINERY_TRY(checkApart(graph, targets));
    JOINERY_TRY_VALUE(const Indexes current, currentRevisions(graph, currentIds));
    JOINERY_TRY(checkApart(graph, current));
    const Indexes needed = without(graph.ancestors(targets, Follow::Dependencies),
                                   graph.ancestors(current, Follow::Dependencies));
    JOINERY_TRY_VALUE(Indexes order, graph.sorted(needed, targets));
    std::ranges::reverse(order);
    GraphRoute route;
    route.before = currentIds;
    Rows rows(graph, currentIds);
    for (const int at : order) {
        const RevisionGraph::Node &node = graph.node(at);
        JOINERY_TRY_VALUE(VersionEdits edits, rows.upgrade(node));
        route.steps.push_back({GraphStep::Kind::Upgrade, true, node.id, graph.ids(node.down), {node.id}, std::move(edits)});
    }
    route.after = rows.sorted();
    return route;
}

Result<GraphRoute> downgradeRoute(const RevisionGraph &graph, const QStringList &currentIds, const QString &target)
{
    JOINERY_TRY_VALUE(const DowngradeTarget goal, downgradeTarget(graph, currentIds, target));
    Indexes roots = goal.revision < 0 ? graph.bases() : graph.node(goal.revision).children;
    if (!goal.branch.isEmpty() && roots.size() > 1) {
        JOINERY_TRY_VALUE(const Indexes branch, resolveTarget(graph, goal.branch));
        const Indexes line = graph.ancestors(branch, Follow::Parents);
        std::erase_if(roots, [&](int root) { return !contains(line, root); });
        if (roots.empty()) {
            return fail(ErrorKind::InvalidInput,
                        QStringLiteral("'%1' is not below the revisions of the database.").arg(target));
        }
    }
    JOINERY_TRY_VALUE(const Indexes current, currentRevisions(graph, currentIds));
    const Indexes active = graph.ancestors(current, Follow::Dependencies);
    Indexes dropped = graph.descendants(roots, Follow::Dependencies);
    std::erase_if(dropped, [&](int at) { return !contains(active, at); });
    if (goal.revision >= 0 && dropped.empty() && !contains(current, goal.revision)) {
        return fail(ErrorKind::InvalidInput, QStringLiteral("'%1' is not below the revisions of the database.").arg(target));
    }
    JOINERY_TRY_VALUE(const Indexes order, graph.sorted(dropped, current));
    GraphRoute route;
    route.before = currentIds;
    Rows rows(graph, currentIds);
    for (const int at : order) {
        const RevisionGraph::Node &node = graph.node(at);
        JOINERY_TRY_VALUE(VersionEdits edits, rows.downgrade(node));
        route.steps.push_back({GraphStep::Kind::Downgrade, false, node.id, {node.id}, graph.ids(node.down), std::move(edits)});
    }
    route.after = rows.sorted();
    return route;
}

Result<GraphRoute> stampRoute(const RevisionGraph &graph, const QStringList &currentIds, const QString &target)
{
    JOINERY_TRY_VALUE(const Indexes current, currentRevisions(graph, currentIds));
    JOINERY_TRY_VALUE(const Indexes heads, stampHeads(graph, current, target));
    JOINERY_TRY_VALUE(const Indexes goals, resolveTarget(graph, target));
    GraphRoute route;
    route.before = currentIds;
    Rows rows(graph, currentIds);
    if (goals.empty()) {
        for (const int head : heads) {
            const QString id = graph.node(head).id;
            JOINERY_TRY_VALUE(VersionEdits edits, rows.remove(id));
            route.steps.push_back({GraphStep::Kind::Stamp, false, {}, {id}, {}, std::move(edits)});
        }
    }
    for (const int goal : goals) {
        if (contains(heads, goal))
            continue;
        JOINERY_TRY_VALUE(GraphStep step, stampTo(graph, goal, heads, rows));
        route.steps.push_back(std::move(step));
    }
    route.after = rows.sorted();
    return route;
}

} // namespace joinery::migration
