// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>

#include <vector>

namespace joinery::diagram {

/// The lines that a route may follow between a few cards, and the cheapest way along them.
class RouteGrid
{
public:
    /// `obstacles` are what may not be crossed, their clearance included; lines may touch their borders. `stops` are
    /// points that must lie on the grid.
    RouteGrid(const std::vector<QRectF> &obstacles, const std::vector<QPointF> &stops);

    size_t nodeCount() const { return m_xs.size() * m_ys.size(); }

    struct Way
    {
        std::vector<QPointF> points; ///< from a start to an end, corners only; empty where there is none
        double cost = 0;             ///< length, plus kBend for each bend
    };
    /// Leaves each start and reaches each end horizontally. Takes the cheapest pair.
    Way find(const std::vector<QPointF> &starts, const std::vector<QPointF> &ends) const;

    static constexpr double kBend = 48;

private:
    size_t node(size_t x, size_t y) const { return y * m_xs.size() + x; }
    QPointF point(size_t node) const { return {m_xs[node % m_xs.size()], m_ys[node / m_xs.size()]}; }
    size_t nodeAt(const QPointF &point) const;

    std::vector<double> m_xs;
    std::vector<double> m_ys;
    std::vector<bool> m_blockedRight; ///< from a node to its right neighbour
    std::vector<bool> m_blockedDown;
};

} // namespace joinery::diagram
