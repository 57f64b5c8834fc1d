// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/revision_graph.h"

namespace joinery::migration {

/// One row of the version table that changes. `from` is empty for Insert, `to` for Delete.
struct VersionEdit
{
    enum class Kind { Insert, Update, Delete };
    Kind kind = Kind::Insert;
    QString from, to;
    friend bool operator==(const VersionEdit &, const VersionEdit &) = default;
};
using VersionEdits = std::vector<VersionEdit>;

/// One revision that is applied or taken back, or one move of a stamp.
struct GraphStep
{
    enum class Kind { Upgrade, Downgrade, Stamp };
    Kind kind = Kind::Upgrade;
    bool up = true;       ///< the direction, of a stamp too
    QString revision;     ///< whose operations run; empty for a stamp
    QStringList from, to; ///< revisions before and after
    VersionEdits edits;   ///< what happens to the version table
    friend bool operator==(const GraphStep &, const GraphStep &) = default;
};

/// The way from the heads in a database to a target.
struct GraphRoute
{
    std::vector<GraphStep> steps;
    QStringList before, after; ///< heads in the version table; `after` is sorted
};

Result<GraphRoute> upgradeRoute(const RevisionGraph &graph, const QStringList &current, const QString &target);
Result<GraphRoute> downgradeRoute(const RevisionGraph &graph, const QStringList &current, const QString &target);
Result<GraphRoute> stampRoute(const RevisionGraph &graph, const QStringList &current, const QString &target);

} // namespace joinery::migration
