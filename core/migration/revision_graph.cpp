// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/revision_graph.h"

#include <algorithm>

namespace joinery::migration {

namespace {

void addOnce(std::vector<int> &list, int value)
{
    if (std::ranges::find(list, value) == list.end())
        list.push_back(value);
}

template <class Next>
RevisionGraph::Indexes reachable(size_t size, const RevisionGraph::Indexes &from, Next next)
{
    std::vector<char> seen(size);
    RevisionGraph::Indexes found;
    RevisionGraph::Indexes waiting(from.rbegin(), from.rend());
    while (!waiting.empty()) {
        const int at = waiting.back();
        waiting.pop_back();
        if (std::exchange(seen[size_t(at)], 1))
            continue;
        found.push_back(at);
        const std::vector<int> &further = next(at);
        waiting.insert(waiting.end(), further.begin(), further.end());
    }
    return found;
}

Status checkId(const QString &id)
{
    static const QString kIllegal = QStringLiteral("@-+:");
    if (id.isEmpty())
        return fail(ErrorKind::InvalidInput, QStringLiteral("A revision has no id."));
    for (const QChar character : id) {
        if (kIllegal.contains(character)) {
            return fail(ErrorKind::InvalidInput,
                        QStringLiteral("The character '%1' is not allowed in the revision id '%2'.").arg(character).arg(id));
        }
    }
    return {};
}

} // namespace

Result<RevisionGraph> RevisionGraph::build(const std::vector<Revision> &revisions)
{
    RevisionGraph graph;
    for (const Revision &revision : revisions) {
        JOINERY_TRY(checkId(revision.id));
        if (graph.m_index.contains(revision.id))
            return fail(ErrorKind::Duplicate, QStringLiteral("Revision %1 is present more than once.").arg(revision.id));
        graph.m_index.insert(revision.id, int(graph.m_nodes.size()));
        graph.m_nodes.push_back({revision.id, {}, {}, {}, {}, {}, revision.labels, {}});
    }
    JOINERY_TRY(graph.link(revisions));
    JOINERY_TRY(graph.checkCycles());
    graph.spreadLabels();
    return graph;
}

Status RevisionGraph::link(const std::vector<Revision> &revisions)
{
    for (int i = 0; i < int(m_nodes.size()); ++i) {
        for (const QString &label : std::as_const(m_nodes[size_t(i)].labels)) {
            const int other = m_labels.value(label, m_index.value(label, -1));
            if (other >= 0) {
                return fail(ErrorKind::Duplicate, QStringLiteral("Branch name '%1' in revision %2 is already used by revision %3.")
                                                      .arg(label, node(i).id, node(other).id));
            }
            m_labels.insert(label, i);
        }
    }
    for (int i = 0; i < int(m_nodes.size()); ++i) {
        Node &own = m_nodes[size_t(i)];
        const Revision &revision = revisions[size_t(i)];
        for (const QString &parent : revision.parents) {
            const int at = indexOf(parent);
            if (at < 0) {
                return fail(ErrorKind::Undefined,
                            QStringLiteral("Revision %1 stands on revision %2, which is not there.").arg(own.id, parent));
            }
            addOnce(own.parents, at);
        }
        for (const QString &dependency : revision.dependsOn) {
            const int at = m_index.value(dependency, m_labels.value(dependency, -1));
            if (at < 0) {
                return fail(ErrorKind::Undefined,
                            QStringLiteral("Revision %1 depends on %2, which is not there.").arg(own.id, dependency));
            }
            addOnce(own.dependencies, at);
        }
        for (const int parent : own.parents) {
            addOnce(m_nodes[size_t(parent)].children, i);
            addOnce(m_nodes[size_t(parent)].dependents, i);
        }
        for (const int dependency : own.dependencies)
            addOnce(m_nodes[size_t(dependency)].dependents, i);
    }
    return {};
}

Status RevisionGraph::checkCycles() const
{
    // Kahn: whoever never becomes free stands in a cycle or above one.
    std::vector<int> open(m_nodes.size());
    Indexes free;
    for (size_t i = 0; i < m_nodes.size(); ++i) {
        Indexes down = m_nodes[i].parents;
        for (const int dependency : m_nodes[i].dependencies)
            addOnce(down, dependency);
        open[i] = int(down.size());
        if (down.empty())
            free.push_back(int(i));
    }
    while (!free.empty()) {
        const int at = free.back();
        free.pop_back();
        for (const int above : node(at).dependents) {
            if (--open[size_t(above)] == 0)
                free.push_back(above);
        }
    }
    QStringList stuck;
    for (size_t i = 0; i < m_nodes.size(); ++i) {
        if (open[i] > 0)
            stuck.append(m_nodes[i].id);
    }
    if (stuck.isEmpty())
        return {};
    return fail(ErrorKind::InvalidInput,
                QStringLiteral("The revisions stand on each other in a circle: %1.").arg(stuck.join(QStringLiteral(", "))));
}

void RevisionGraph::spreadLabels()
{
    // Dependencies that an ancestor has already add nothing to the way down.
    for (Node &own : m_nodes) {
        own.down = own.parents;
        if (own.dependencies.empty())
            continue;
        std::vector<char> covered(m_nodes.size());
        for (const int ancestor : ancestors(own.parents, Follow::Parents)) {
            for (const int dependency : node(ancestor).dependencies)
                covered[size_t(dependency)] = 1;
        }
        for (const int dependency : own.dependencies) {
            if (!covered[size_t(dependency)])
                addOnce(own.down, dependency);
        }
    }
    for (const Node &origin : m_nodes) {
        for (const QString &label : origin.labels) {
            const int start = indexOf(origin.id);
            Indexes reached = descendants({start}, Follow::Parents);
            for (int at = start; node(at).parents.size() == 1;) {
                at = node(at).parents.front();
                if (node(at).dependents.size() > 1 || node(at).parents.size() > 1)
                    break;
                reached.push_back(at);
            }
            for (const int at : reached) {
                if (!node(at).branches.contains(label))
                    m_nodes[size_t(at)].branches.append(label);
            }
        }
    }
}

RevisionGraph::Indexes RevisionGraph::heads() const
{
    Indexes found;
    for (size_t i = 0; i < m_nodes.size(); ++i) {
        if (m_nodes[i].children.empty())
            found.push_back(int(i));
    }
    return found;
}

RevisionGraph::Indexes RevisionGraph::realHeads() const
{
    Indexes found;
    for (size_t i = 0; i < m_nodes.size(); ++i) {
        if (m_nodes[i].dependents.empty())
            found.push_back(int(i));
    }
    return found;
}

RevisionGraph::Indexes RevisionGraph::bases() const
{
    Indexes found;
    for (size_t i = 0; i < m_nodes.size(); ++i) {
        if (m_nodes[i].parents.empty())
            found.push_back(int(i));
    }
    return found;
}

QStringList RevisionGraph::branchPoints() const
{
    QStringList found;
    for (const Node &each : m_nodes) {
        if (each.children.size() > 1)
            found.append(each.id);
    }
    return found;
}

QStringList RevisionGraph::ids(const Indexes &indexes) const
{
    QStringList found;
    for (const int index : indexes)
        found.append(node(index).id);
    return found;
}

RevisionGraph::Indexes RevisionGraph::ancestors(const Indexes &from, Follow follow) const
{
    return reachable(m_nodes.size(), from, [&](int at) -> const std::vector<int> & {
        return follow == Follow::Parents ? node(at).parents : node(at).down;
    });
}

RevisionGraph::Indexes RevisionGraph::descendants(const Indexes &from, Follow follow) const
{
    return reachable(m_nodes.size(), from, [&](int at) -> const std::vector<int> & {
        return follow == Follow::Parents ? node(at).children : node(at).dependents;
    });
}

Result<RevisionGraph::Indexes> RevisionGraph::sorted(const Indexes &set, const Indexes &heads) const
{
    // One branch is walked down as far as nothing else stands on the next revision; then the branch that does has its
    // turn. Alembic walks the same way, and the order among equals is part of its meaning.
    std::vector<char> wanted(m_nodes.size());
    for (const int at : set)
        wanted[size_t(at)] = 1;
    size_t left = set.size();
    Indexes tips;
    for (const int head : heads) {
        if (wanted[size_t(head)])
            addOnce(tips, head);
    }
    std::ranges::sort(tips);
    const auto below = [&](int at) {
        std::vector<char> marks(m_nodes.size());
        for (const int ancestor : ancestors({at}, Follow::Dependencies))
            marks[size_t(ancestor)] = 1;
        return marks;
    };
    std::vector<std::vector<char>> belowTips;
    for (const int tip : tips)
        belowTips.push_back(below(tip));

    Indexes output;
    size_t current = 0;
    while (!tips.empty()) {
        const int candidate = tips[current];
        size_t blocker = tips.size();
        for (size_t i = 0; i < tips.size() && blocker == tips.size(); ++i) {
            if (i != current && belowTips[i][size_t(candidate)])
                blocker = i;
        }
        if (blocker < tips.size()) {
            current = blocker;
            continue;
        }
        if (std::exchange(wanted[size_t(candidate)], 0)) {
            output.push_back(candidate);
            --left;
        }
        const Node &own = node(candidate);
        Indexes next;
        for (const int down : own.down) {
            if (wanted[size_t(down)] && std::ranges::find(tips, down) == tips.end())
                next.push_back(down);
        }
        if (next.empty()) {
            tips.erase(tips.begin() + qsizetype(current));
            belowTips.erase(belowTips.begin() + qsizetype(current));
            current = current > 0 ? current - 1 : 0;
        } else if (own.down.size() == 1) {
            tips[current] = next.front();
            belowTips[current][size_t(candidate)] = 0;
        } else {
            tips[current] = next.front();
            belowTips[current] = below(next.front());
            for (size_t i = 1; i < next.size(); ++i) {
                tips.push_back(next[i]);
                belowTips.push_back(below(next[i]));
            }
        }
    }
    if (left > 0)
        return fail(ErrorKind::InvalidInput, QStringLiteral("Some of the revisions cannot be reached from these heads."));
    return output;
}

QStringList RevisionGraph::upwards() const
{
    Indexes all(m_nodes.size());
    for (size_t i = 0; i < all.size(); ++i)
        all[i] = int(i);
    Result<Indexes> order = sorted(all, realHeads());
    if (!order)
        return {};
    std::ranges::reverse(*order);
    return ids(*order);
}

} // namespace joinery::migration
