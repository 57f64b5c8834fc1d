// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/migration/revision.h"

#include <QHash>

namespace joinery::migration {

/// How the revisions hang together: Alembic's revision map. A value; thread-safe to read. The order in which revisions
/// are given (files sorted by name) breaks every tie.
class RevisionGraph
{
public:
    /// A revision with its neighbours; indexes point into nodes().
    struct Node
    {
        QString id;
        std::vector<int> parents;      ///< as declared
        std::vector<int> dependencies; ///< as declared, labels resolved
        std::vector<int> down;         ///< parents, then the dependencies that no ancestor has already
        std::vector<int> children;     ///< revisions whose parent it is
        std::vector<int> dependents;   ///< children, and revisions that depend on it
        QStringList labels;            ///< its own
        QStringList branches;          ///< labels that reach it: of its ancestors, and of the stretch below a label
    };
    using Indexes = std::vector<int>; ///< without duplicates

    RevisionGraph() = default;
    /// An error for a duplicate id or label, an unknown parent or dependency, a cycle, a character that no id may hold.
    static Result<RevisionGraph> build(const std::vector<Revision> &revisions);

    const std::vector<Node> &nodes() const { return m_nodes; }
    const Node &node(int index) const { return m_nodes[size_t(index)]; }
    int indexOf(const QString &id) const { return m_index.value(id, -1); } ///< exact id; -1 where there is none
    int labelled(const QString &label) const { return m_labels.value(label, -1); }
    bool contains(const QString &id) const { return m_index.contains(id); }

    Indexes heads() const;      ///< nobody's parent
    Indexes realHeads() const;  ///< nobody's parent or dependency
    Indexes bases() const;      ///< without a parent
    QStringList headIds() const { return ids(heads()); }
    QStringList realHeadIds() const { return ids(realHeads()); }
    QStringList baseIds() const { return ids(bases()); }
    QStringList branchPoints() const; ///< ids with more than one child
    QStringList ids(const Indexes &indexes) const;

    enum class Follow { Parents, Dependencies }; ///< parents alone, or dependencies as well
    /// With the starting points themselves.
    Indexes ancestors(const Indexes &from, Follow follow) const;
    Indexes descendants(const Indexes &from, Follow follow) const;
    /// `set` from its `heads` downwards, every revision before what it stands on; Alembic's order among equals.
    Result<Indexes> sorted(const Indexes &set, const Indexes &heads) const;
    /// All revisions, bases first.
    QStringList upwards() const;

private:
    Status link(const std::vector<Revision> &revisions);
    Status checkCycles() const;
    void spreadLabels();

    std::vector<Node> m_nodes;
    QHash<QString, int> m_index, m_labels;
};

} // namespace joinery::migration
