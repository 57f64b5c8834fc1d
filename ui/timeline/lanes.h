// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/revision_graph.h"

namespace joinery::ui {

/// A line from a revision to a later one that stands on it. It leaves `fromLane` and arrives in `toLane`; between the
/// rows it runs in `lane`, which is one of the two: a branch swings out at once, a merge at the end.
struct LaneEdge
{
    int fromRow = 0, toRow = 0;
    int fromLane = 0, toLane = 0;
    int lane = 0;
    friend bool operator==(const LaneEdge &, const LaneEdge &) = default;
};

/// Where the revisions stand in the picture: one row each, oldest first, and branches side by side as lanes.
struct Lanes
{
    QStringList rows;           ///< revision ids
    std::vector<int> laneOfRow; ///< counted from 0, the left one
    std::vector<LaneEdge> edges;
    int laneCount = 0;
};

/// A revision goes on in the leftmost lane of its parents that nobody else took; else it takes the leftmost lane that is
/// free from its parent on.
Lanes layOut(const migration::RevisionGraph &graph);

} // namespace joinery::ui
