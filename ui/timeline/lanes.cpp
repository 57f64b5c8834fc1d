// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/lanes.h"

#include <algorithm>

namespace joinery::ui {

Lanes layOut(const migration::RevisionGraph &graph)
{
    Lanes lanes;
    lanes.rows = graph.upwards();
    const int count = int(lanes.rows.size());
    QHash<QString, int> rowOf;
    for (int row = 0; row < count; ++row)
        rowOf.insert(lanes.rows.at(row), row);

    std::vector<std::vector<int>> parentRows(static_cast<size_t>(count));
    std::vector<int> lastChildRow(static_cast<size_t>(count));
    for (int row = 0; row < count; ++row) {
        lastChildRow[size_t(row)] = row;
        for (const int parent : graph.node(graph.indexOf(lanes.rows.at(row))).parents) {
            const int parentRow = rowOf.value(graph.node(parent).id);
            parentRows[size_t(row)].push_back(parentRow);
            lastChildRow[size_t(parentRow)] = std::max(lastChildRow[size_t(parentRow)], row);
        }
    }

    std::vector<int> tip;      // by lane: the row of the revision that may be continued there, -1 once somebody did
    std::vector<int> busyTo;   // by lane: the last row that a line or a revision needs it for
    const auto freeLane = [&](int from) {
        for (size_t lane = 0; lane < busyTo.size(); ++lane) {
            if (busyTo[lane] < from)
                return int(lane);
        }
        tip.push_back(-1);
        busyTo.push_back(-1);
        return int(busyTo.size()) - 1;
    };

    lanes.laneOfRow.resize(size_t(count));
    for (int row = 0; row < count; ++row) {
        const std::vector<int> &parents = parentRows[size_t(row)];
        int lane = -1;
        for (const int parent : parents) {
            const int parentLane = lanes.laneOfRow[size_t(parent)];
            if (tip[size_t(parentLane)] == parent && (lane < 0 || parentLane < lane))
                lane = parentLane;
        }
        if (lane < 0)
            lane = freeLane(parents.empty() ? row : parents.front() + 1);
        lanes.laneOfRow[size_t(row)] = lane;
        tip[size_t(lane)] = row;
        busyTo[size_t(lane)] = std::max(busyTo[size_t(lane)], lastChildRow[size_t(row)]);
        for (const int parent : parents) {
            const int parentLane = lanes.laneOfRow[size_t(parent)];
            const bool branches = parents.size() == 1;
            lanes.edges.push_back({parent, row, parentLane, lane, branches ? lane : parentLane});
        }
    }
    lanes.laneCount = int(busyTo.size());
    return lanes;
}

} // namespace joinery::ui
