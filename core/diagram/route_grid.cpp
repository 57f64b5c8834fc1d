// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagram/route_grid.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>

namespace joinery::diagram {

namespace {

constexpr double kTolerance = 0.01;

void makeUnique(std::vector<double> &values)
{
    std::ranges::sort(values);
    const auto repeated = std::ranges::unique(values, [](double a, double b) { return b - a < kTolerance; });
    values.erase(repeated.begin(), repeated.end());
}

size_t indexOf(const std::vector<double> &values, double value)
{
    return size_t(std::distance(values.begin(), std::ranges::lower_bound(values, value - kTolerance)));
}

} // namespace

RouteGrid::RouteGrid(const std::vector<QRectF> &obstacles, const std::vector<QPointF> &stops)
{
    for (const QRectF &obstacle : obstacles) {
        m_xs.insert(m_xs.end(), {obstacle.left(), obstacle.right()});
        m_ys.insert(m_ys.end(), {obstacle.top(), obstacle.bottom()});
    }
    for (const QPointF &stop : stops) {
        m_xs.push_back(stop.x());
        m_ys.push_back(stop.y());
    }
    makeUnique(m_xs);
    makeUnique(m_ys);
    m_blockedRight.assign(nodeCount(), false);
    m_blockedDown.assign(nodeCount(), false);
    for (const QRectF &obstacle : obstacles) {
        const size_t left = indexOf(m_xs, obstacle.left());
        const size_t right = indexOf(m_xs, obstacle.right());
        const size_t top = indexOf(m_ys, obstacle.top());
        const size_t bottom = indexOf(m_ys, obstacle.bottom());
        for (size_t y = top + 1; y < bottom; ++y) {
            for (size_t x = left; x < right; ++x)
                m_blockedRight[node(x, y)] = true;
        }
        for (size_t x = left + 1; x < right; ++x) {
            for (size_t y = top; y < bottom; ++y)
                m_blockedDown[node(x, y)] = true;
        }
    }
}

size_t RouteGrid::nodeAt(const QPointF &point) const { return node(indexOf(m_xs, point.x()), indexOf(m_ys, point.y())); }

RouteGrid::Way RouteGrid::find(const std::vector<QPointF> &starts, const std::vector<QPointF> &ends) const
{
    // A* over (node, direction of arrival); even states arrived horizontally, odd ones vertically.
    const size_t states = nodeCount() * 2;
    std::vector<double> cost(states, std::numeric_limits<double>::infinity());
    std::vector<size_t> cameFrom(states, states);
    const auto remaining = [&](size_t node) {
        double nearest = std::numeric_limits<double>::infinity();
        for (const QPointF &end : ends) {
            const QPointF way = end - point(node);
            nearest = std::min(nearest, std::abs(way.x()) + std::abs(way.y()));
        }
        return nearest;
    };
    using Open = std::pair<double, size_t>;
    std::priority_queue<Open, std::vector<Open>, std::greater<>> open;
    const auto reach = [&](size_t state, double total, size_t from) {
        if (total < cost[state] - kTolerance) {
            cost[state] = total;
            cameFrom[state] = from;
            open.emplace(total + remaining(state / 2), state);
        }
    };
    std::vector<size_t> targets;
    for (const QPointF &end : ends)
        targets.push_back(nodeAt(end) * 2);
    for (const QPointF &start : starts)
        reach(nodeAt(start) * 2, 0, states);

    const size_t width = m_xs.size();
    while (!open.empty()) {
        const auto [estimate, state] = open.top();
        open.pop();
        const size_t at = state / 2;
        const bool vertical = state % 2;
        if (estimate > cost[state] + remaining(at) + kTolerance)
            continue;
        if (std::ranges::find(targets, state) != targets.end()) {
            Way way;
            way.cost = cost[state];
            for (size_t step = state; step != states; step = cameFrom[step]) {
                const QPointF corner = point(step / 2);
                if (way.points.empty() || way.points.back() != corner)
                    way.points.push_back(corner);
            }
            std::ranges::reverse(way.points);
            return way;
        }
        const auto step = [&](size_t to, bool down) {
            const QPointF distance = point(to) - point(at);
            reach(to * 2 + down, cost[state] + std::abs(distance.x()) + std::abs(distance.y())
                                     + (down == vertical ? 0 : kBend), state);
        };
        const size_t x = at % width;
        if (x + 1 < width && !m_blockedRight[at])
            step(at + 1, false);
        if (x > 0 && !m_blockedRight[at - 1])
            step(at - 1, false);
        if (at + width < nodeCount() && !m_blockedDown[at])
            step(at + width, true);
        if (at >= width && !m_blockedDown[at - width])
            step(at - width, true);
        // Standing still and turning, so that an end that was reached vertically can be left horizontally.
        if (vertical)
            reach(at * 2, cost[state] + kBend, state);
    }
    return {};
}

} // namespace joinery::diagram
