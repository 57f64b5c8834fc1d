// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <utility>
#include <vector>

namespace joinery::session {

using StepEdges = std::vector<std::pair<int, int>>; ///< first before second

/// The steps that depend on themselves, by whatever way: true at their place.
std::vector<bool> stepsInCircles(int count, const StepEdges &edges);

/// Layers of steps: each depends on earlier layers only. Steps that are not `wanted` are left out with their edges. Nothing where a
/// circle is left.
std::optional<std::vector<std::vector<int>>> layersOf(int count, const StepEdges &edges, const std::vector<bool> &wanted);

} // namespace joinery::session
