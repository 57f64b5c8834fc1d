// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/migration/revision_graph.h"

#include <memory>

namespace joinery::migration {

/// All revisions of a project, loaded: a value that may cross threads as HistoryPtr.
class History
{
public:
    History() = default;
    /// `revisions` in the order of their files. Fails as RevisionGraph::build does.
    static Result<History> build(std::vector<Revision> revisions);

    const std::vector<Revision> &revisions() const { return m_revisions; }
    const RevisionGraph &graph() const { return m_graph; }
    const Revision *revision(const QString &id) const; ///< exact id; nullptr where there is none
    bool isEmpty() const { return m_revisions.empty(); }

    /// This one; or, where one of `heads` is inside of a squash, the history with the revisions that it replaced, in which the
    /// database finishes the old way.
    const History &reaching(const QStringList &heads) const;
    /// With the revisions that the squashes replaced, one level of them; nullptr where there is no squash.
    const History *unfolded() const { return m_unfolded.get(); }

    /// The model as it is once all of `ids` and what they stand on are applied; none: empty.
    Result<schema::Catalog> catalogAt(const QStringList &ids) const;
    /// The same at every head.
    Result<schema::Catalog> catalogAtHeads() const;
    /// The model just before a revision is applied on an upgrade from nothing.
    Result<schema::Catalog> catalogBefore(const QString &id) const;

    /// GR601: more than one head; GR604: a revision below an older one; GR605: one that depends on its own ancestor.
    std::vector<Finding> findings() const;

private:
    void lineFindings(const RevisionGraph::Node &node, std::vector<Finding> &found) const;

    std::vector<Revision> m_revisions;
    RevisionGraph m_graph;
    std::shared_ptr<const History> m_unfolded;
};

using HistoryPtr = std::shared_ptr<const History>;

} // namespace joinery::migration
