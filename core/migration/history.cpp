// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/history.h"

#include "core/migration/revision_targets.h"
#include "core/operation/apply.h"

#include <algorithm>

namespace joinery::migration {

Result<History> History::build(std::vector<Revision> revisions)
{
    History history;
    if (std::ranges::any_of(revisions, [](const Revision &each) { return !each.replaced.empty(); })) {
        std::vector<Revision> before;
        for (const Revision &each : revisions) {
            if (each.replaced.empty())
                before.push_back(each);
            else
                before.insert(before.end(), each.replaced.begin(), each.replaced.end());
        }
        JOINERY_TRY_VALUE(History unfolded, build(std::move(before)));
        history.m_unfolded = std::make_shared<const History>(std::move(unfolded));
    }
    JOINERY_TRY_VALUE(history.m_graph, RevisionGraph::build(revisions));
    history.m_revisions = std::move(revisions);
    return history;
}

const Revision *History::revision(const QString &id) const
{
    const int at = m_graph.indexOf(id);
    return at < 0 ? nullptr : &m_revisions[size_t(at)];
}

const History &History::reaching(const QStringList &heads) const
{
    const bool all = std::ranges::all_of(heads, [&](const QString &id) { return m_graph.contains(id); });
    return all || !m_unfolded ? *this : m_unfolded->reaching(heads);
}

Result<schema::Catalog> History::catalogAt(const QStringList &ids) const
{
    JOINERY_TRY_VALUE(const Indexes tips, currentRevisions(m_graph, ids));
    const Indexes applied = m_graph.ancestors(tips, RevisionGraph::Follow::Dependencies);
    JOINERY_TRY_VALUE(Indexes order, m_graph.sorted(applied, tips));
    std::ranges::reverse(order);
    schema::Catalog catalog;
    for (const int at : order) {
        const Revision &revision = m_revisions[size_t(at)];
        if (!revision.dialect.isEmpty())
            catalog.dialect = revision.dialect;
        if (Status status = operation::applyAll(catalog, revision.operations); !status) {
            Error error = std::move(status).error();
            error.message = QStringLiteral("Revision %1 does not fit the revisions below it: %2").arg(revision.id, error.message);
            return fail(std::move(error));
        }
    }
    return catalog;
}

Result<schema::Catalog> History::catalogAtHeads() const
{
    return catalogAt(m_graph.realHeadIds());
}

Result<schema::Catalog> History::catalogBefore(const QString &id) const
{
    const int at = m_graph.indexOf(id);
    if (at < 0)
        return fail(ErrorKind::Undefined, QStringLiteral("There is no revision %1.").arg(id));
    return catalogAt(m_graph.ids(m_graph.node(at).down));
}

std::vector<Finding> History::findings() const
{
    std::vector<Finding> found;
    const QStringList heads = m_graph.headIds();
    if (heads.size() > 1) {
        Finding finding;
        finding.severity = Severity::Error;
        finding.code = QStringLiteral("GR601");
        finding.object = heads.join(QStringLiteral(", "));
        finding.message = QStringLiteral("There are %1 heads (%2): two lines of work have not been brought together.")
                              .arg(heads.size()).arg(finding.object);
        finding.fix = QStringLiteral("joinery-cli merge %1 -m \"merge\"").arg(heads.join(u' '));
        found.push_back(finding);
    }
    for (const RevisionGraph::Node &node : m_graph.nodes())
        lineFindings(node, found);
    return found;
}

void History::lineFindings(const RevisionGraph::Node &node, std::vector<Finding> &found) const
{
    const Revision &revision = *this->revision(node.id);
    for (const int child : node.children) {
        const Revision &above = m_revisions[size_t(child)];
        if (!revision.created.isValid() || !above.created.isValid() || revision.created <= above.created)
            continue;
        found.push_back({Severity::Warning, QStringLiteral("GR604"), {}, revision.id,
                         QStringLiteral("Revision %1 was put below %2, which is older: a database that stands at %2 never gets it.").arg(revision.id, above.id),
                         QStringLiteral("Put it on top: a new revision behind the head, with the same operations.")});
    }
    const RevisionGraph::Indexes below = m_graph.ancestors(node.parents, RevisionGraph::Follow::Parents);
    for (const int dependency : node.dependencies) {
        if (std::ranges::find(below, dependency) == below.end())
            continue;
        found.push_back({Severity::Warning, QStringLiteral("GR605"), {}, revision.id,
                         QStringLiteral("Revision %1 depends on %2, which is an ancestor of it anyway: Alembic fails on that with a KeyError.").arg(revision.id, m_graph.node(dependency).id),
                         QStringLiteral("Take it out of depends_on.")});
    }
}

} // namespace joinery::migration
