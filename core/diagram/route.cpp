// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagram/route.h"

#include "core/diagram/route_grid.h"
#include "core/diagram/route_spread.h"

#include <algorithm>
#include <cmath>

namespace joinery::diagram {

namespace {

/// More nodes than that cost more time than the shorter line is worth.
constexpr size_t kMostNodes = 12000;

QPointF stubEnd(const QRectF &card, double y, bool right)
{
    return {right ? card.right() + kStub : card.left() - kStub, y};
}

void dropRepeated(std::vector<QPointF> &points)
{
    std::vector<QPointF> corners;
    for (const QPointF &point : points) {
        if (!corners.empty() && corners.back() == point)
            continue;
        const size_t count = corners.size();
        const bool straight = count >= 2
            && ((corners[count - 2].x() == corners[count - 1].x() && corners[count - 1].x() == point.x())
                || (corners[count - 2].y() == corners[count - 1].y() && corners[count - 1].y() == point.y()));
        if (straight)
            corners.pop_back();
        corners.push_back(point);
    }
    points = std::move(corners);
}

/// The way that sees no obstacle but the two cards: beside them, never through.
std::vector<QPointF> direct(const QRectF &child, const QRectF &parent, double childY, double parentY)
{
    RouteGrid grid({child.adjusted(-kClearance, -kClearance, kClearance, kClearance),
                    parent.adjusted(-kClearance, -kClearance, kClearance, kClearance)},
                   {stubEnd(child, childY, false), stubEnd(child, childY, true), stubEnd(parent, parentY, false),
                    stubEnd(parent, parentY, true)});
    return grid.find({stubEnd(child, childY, true), stubEnd(child, childY, false)},
                     {stubEnd(parent, parentY, true), stubEnd(parent, parentY, false)}).points;
}

/// Cards that stand closer than the stub leave no room for a grid: straight to the middle and across.
std::vector<QPointF> squeezed(const QRectF &child, const QRectF &parent, double childY, double parentY)
{
    const bool right = child.center().x() <= parent.center().x();
    const QPointF from = stubEnd(child, childY, right);
    const double x = right ? std::max(child.right(), parent.right()) + kStub
                           : std::min(child.left(), parent.left()) - kStub;
    return {from, {x, childY}, {x, parentY}};
}

Route loop(const QRectF &card, const Connection &connection, bool right)
{
    const double edge = right ? card.right() : card.left();
    const double x = right ? edge + kStub : edge - kStub;
    Route route;
    route.points = {{edge, connection.childY}, {x, connection.childY}, {x, connection.parentY}, {edge, connection.parentY}};
    return route;
}

Route find(const std::vector<QRectF> &cards, const Connection &connection)
{
    const QRectF &child = cards[connection.child];
    const QRectF &parent = cards[connection.parent];
    std::vector<QPointF> points;
    for (const double reach : {60.0, 600.0}) {
        const QRectF around = (child | parent).adjusted(-reach, -reach, reach, reach);
        std::vector<QRectF> obstacles;
        for (const QRectF &card : cards) {
            if (card.intersects(around))
                obstacles.push_back(card.adjusted(-kClearance, -kClearance, kClearance, kClearance));
        }
        const std::vector<QPointF> starts{stubEnd(child, connection.childY, true),
                                          stubEnd(child, connection.childY, false)};
        const std::vector<QPointF> ends{stubEnd(parent, connection.parentY, true),
                                        stubEnd(parent, connection.parentY, false)};
        std::vector<QPointF> stops = starts;
        stops.insert(stops.end(), ends.begin(), ends.end());
        // An end that lies inside another card is none.
        const auto free = [&](std::vector<QPointF> wanted) {
            std::erase_if(wanted, [&](const QPointF &point) {
                return std::ranges::any_of(obstacles, [&](const QRectF &obstacle) {
                    return obstacle.adjusted(1, 1, -1, -1).contains(point);
                });
            });
            return wanted;
        };
        const RouteGrid grid(obstacles, stops);
        if (grid.nodeCount() > kMostNodes)
            break;
        const std::vector<QPointF> freeStarts = free(starts);
        const std::vector<QPointF> freeEnds = free(ends);
        if (freeStarts.empty() || freeEnds.empty())
            break;
        points = grid.find(freeStarts, freeEnds).points;
        if (!points.empty())
            break;
    }
    if (points.empty())
        points = direct(child, parent, connection.childY, connection.parentY);
    if (points.empty())
        points = squeezed(child, parent, connection.childY, connection.parentY);
    const double childX = points.front().x() > child.center().x() ? child.right() : child.left();
    const double parentX = points.back().x() > parent.center().x() ? parent.right() : parent.left();
    points.insert(points.begin(), QPointF(childX, connection.childY));
    points.emplace_back(parentX, connection.parentY);
    dropRepeated(points);
    return {std::move(points)};
}

} // namespace

QRectF Route::bounds() const
{
    if (points.empty())
        return {};
    QRectF box(points.front(), QSizeF(0, 0));
    for (const QPointF &point : points) {
        box.setLeft(std::min(box.left(), point.x()));
        box.setRight(std::max(box.right(), point.x()));
        box.setTop(std::min(box.top(), point.y()));
        box.setBottom(std::max(box.bottom(), point.y()));
    }
    return box.adjusted(-8, -8, 8, 8);
}

double Route::distanceTo(const QPointF &point) const
{
    double nearest = HUGE_VAL;
    for (size_t i = 1; i < points.size(); ++i) {
        const QPointF a = points[i - 1];
        const QPointF b = points[i];
        // Segments are parallel to an axis: the nearest point is inside their box.
        const QPointF on(std::clamp(point.x(), std::min(a.x(), b.x()), std::max(a.x(), b.x())),
                         std::clamp(point.y(), std::min(a.y(), b.y()), std::max(a.y(), b.y())));
        nearest = std::min(nearest, std::hypot(point.x() - on.x(), point.y() - on.y()));
    }
    return nearest;
}

std::vector<Route> routeAll(const std::vector<QRectF> &cards, const std::vector<Connection> &connections)
{
    std::vector<Route> routes;
    for (const Connection &connection : connections)
        routes.push_back(connection.child == connection.parent ? Route() : find(cards, connection));
    // A self reference takes the side that fewer other lines use.
    for (size_t i = 0; i < connections.size(); ++i) {
        const size_t card = connections[i].child;
        if (card != connections[i].parent)
            continue;
        int balance = 0;
        for (size_t k = 0; k < connections.size(); ++k) {
            if (routes[k].isEmpty() || connections[k].child == connections[k].parent)
                continue;
            if (connections[k].child == card)
                balance += routes[k].points.front().x() > cards[card].center().x() ? 1 : -1;
            if (connections[k].parent == card)
                balance += routes[k].points.back().x() > cards[card].center().x() ? 1 : -1;
        }
        routes[i] = loop(cards[card], connections[i], balance < 0);
    }
    spreadLines(cards, connections, routes);
    return routes;
}

} // namespace joinery::diagram
