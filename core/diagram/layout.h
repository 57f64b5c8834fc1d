// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QPointF>
#include <QSizeF>

#include <vector>

namespace joinery::diagram {

/// What a layout needs to know of a diagram.
struct Graph
{
    std::vector<QSizeF> nodes;
    std::vector<std::pair<size_t, size_t>> edges; ///< parent, child; self references may be among them
};

/// The upper left corner of every node. Graphviz does it: what hangs together is laid out together, parents left of
/// their children (or by forces); the parts are packed beside each other, and what has no relation stands in columns below.
/// Nothing overlaps; layered() gives the same places for the same graph, byForce() similar ones. Thread-safe, one at a time: Graphviz has global state.
Result<std::vector<QPointF>> layered(const Graph &graph);
Result<std::vector<QPointF>> byForce(const Graph &graph);

} // namespace joinery::diagram
