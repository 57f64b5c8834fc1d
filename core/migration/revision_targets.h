// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/revision_graph.h"

/// The words in which a person names revisions, as Alembic reads them: an id, the first characters of one, `head`,
/// `heads`, `base`, a label, `label@head`, `+2`, `-1`, `id+1`, `label@+2`.
namespace joinery::migration {

using Indexes = RevisionGraph::Indexes;

/// What a word means by itself, without a database. Nothing in the list for "base".
Result<Indexes> resolveTarget(const RevisionGraph &graph, const QString &target);
/// The same where exactly one revision is wanted; -1 for "base".
Result<int> resolveOne(const RevisionGraph &graph, const QString &target);
/// Where an upgrade is to end; relative words count from `current`.
Result<Indexes> upgradeTarget(const RevisionGraph &graph, const QStringList &current, const QString &target);

struct DowngradeTarget
{
    QString branch;    ///< the label or id before '@', empty where there is none
    int revision = -1; ///< -1 for base
};
Result<DowngradeTarget> downgradeTarget(const RevisionGraph &graph, const QStringList &current, const QString &target);

/// Those of `candidates` that are ancestors or descendants of what `lineage` names; all where it names nothing.
Result<Indexes> inLineage(const RevisionGraph &graph, const Indexes &candidates, const QString &lineage,
                          RevisionGraph::Follow follow);
/// The ids that a version table holds; an error that names one which no file has.
Result<Indexes> currentRevisions(const RevisionGraph &graph, const QStringList &ids);

} // namespace joinery::migration
