// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/history.h"

#include "core/migration/revision_targets.h"
#include "core/operation/apply.h"

#include <algorithm>

namespace joinery::migration {

Result<History> History::build(std::vector<Revision> revisions)
{
    History history;
    JOINERY_TRY_VALUE(history.m_graph, RevisionGraph::build(revisions));
    history.m_revisions = std::move(revisions);
    return history;
}

const Revision *History::revision(const QString &id) const
{
    const int at = m_graph.indexOf(id);
    return at < 0 ? nullptr : &m_revisions[size_t(at)];
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
    return found;
}

} // namespace joinery::migration
