// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagram/route.h"

namespace joinery::diagram {

/// Moves the inner segments of routes apart: off the middle of free corridors, kLineGap beside each other. Segments
/// that lead to the same end of a parent stay together as a trunk. The ends stay where they are.
void spreadLines(const std::vector<QRectF> &cards, const std::vector<Connection> &connections,
                 std::vector<Route> &routes);

} // namespace joinery::diagram
