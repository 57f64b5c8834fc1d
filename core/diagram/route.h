// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include <vector>

namespace joinery::diagram {

/// The two ends of a relation before it is routed.
struct Connection
{
    size_t child = 0;   ///< index of the card
    size_t parent = 0;
    double childY = 0;  ///< where the column's row is, in the diagram
    double parentY = 0;
};

/// An orthogonal line from the child to the parent. The first and the last segment are horizontal and long enough for
/// the crow's foot.
struct Route
{
    std::vector<QPointF> points; ///< at least four, no two neighbours equal in both coordinates
    bool isEmpty() const { return points.empty(); }
    QRectF bounds() const;
    /// The distance of a point to the line.
    double distanceTo(const QPointF &point) const;
};

/// The straight piece at each end that belongs to the crow's foot.
inline constexpr double kStub = 24;
/// What a line keeps away from cards and from parallel lines.
inline constexpr double kClearance = 10;
inline constexpr double kLineGap = 8;

/// Routes every connection around the cards where there is a way, with few bends and short lines; lines of different
/// parents do not lie on each other, lines to the same end of a parent share a trunk.
std::vector<Route> routeAll(const std::vector<QRectF> &cards, const std::vector<Connection> &connections);

} // namespace joinery::diagram
