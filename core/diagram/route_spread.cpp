// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagram/route_spread.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace joinery::diagram {

namespace {

constexpr double kWideCorridor = 160;

/// An inner segment, turned so that its position is one coordinate and its extent an interval of the other.
struct Segment
{
    size_t route = 0;
    size_t first = 0;    ///< index of its first point
    bool vertical = true;
    double position = 0;
    double from = 0;
    double to = 0;
    double lowest = 0;   ///< where the corridor ends
    double highest = 0;
    double wanted = 0;
    double before = 0;   ///< where the line comes from, and where it goes to
    double after = 0;
    double beforeAt = 0; ///< the ends of the segment at those sides
    double afterAt = 0;
    std::pair<size_t, int> trunk; ///< parent and its end: such segments may lie on each other
};

double along(const QPointF &point, bool vertical) { return vertical ? point.y() : point.x(); }
double across(const QPointF &point, bool vertical) { return vertical ? point.x() : point.y(); }

/// How far the segment can move until it comes too close to a card, and without making the crow's foot shorter.
void measureCorridor(Segment &segment, const std::vector<QRectF> &cards, const Route &route)
{
    segment.lowest = segment.position - kWideCorridor;
    segment.highest = segment.position + kWideCorridor;
    for (const QRectF &card : cards) {
        const double start = segment.vertical ? card.top() : card.left();
        const double end = segment.vertical ? card.bottom() : card.right();
        if (end + kClearance <= segment.from || start - kClearance >= segment.to)
            continue;
        const double low = (segment.vertical ? card.left() : card.top()) - kClearance;
        const double high = (segment.vertical ? card.right() : card.bottom()) + kClearance;
        if (high <= segment.position + 0.5)
            segment.lowest = std::max(segment.lowest, high);
        else if (low >= segment.position - 0.5)
            segment.highest = std::min(segment.highest, low);
    }
    const auto keepStub = [&](size_t outer, size_t inner) {
        const double end = across(route.points[outer], segment.vertical);
        if (across(route.points[inner], segment.vertical) > end)
            segment.lowest = std::max(segment.lowest, end + kStub);
        else
            segment.highest = std::min(segment.highest, end - kStub);
    };
    if (segment.vertical && segment.first == 1)
        keepStub(0, 1);
    if (segment.vertical && segment.first + 2 == route.points.size() - 1)
        keepStub(route.points.size() - 1, route.points.size() - 2);
    segment.lowest = std::min(segment.lowest, segment.position);
    segment.highest = std::max(segment.highest, segment.position);
}

/// The middle between two cards where the line comes from one side and leaves to the other; close to the cards where
/// it turns back.
double wantedPosition(const Segment &segment, const Route &route)
{
    const double before = across(route.points[segment.first - 1], segment.vertical);
    const double after = across(route.points[segment.first + 2], segment.vertical);
    const bool turnsBack = (before - segment.position) * (after - segment.position) > 0;
    const bool bounded = segment.highest - segment.lowest < kWideCorridor * 1.5;
    if (turnsBack || !bounded)
        return segment.position;
    return std::clamp((segment.lowest + segment.highest) / 2, segment.lowest, segment.highest);
}

std::vector<Segment> innerSegments(const std::vector<QRectF> &cards, const std::vector<Connection> &connections,
                                   const std::vector<Route> &routes, bool vertical)
{
    std::vector<Segment> segments;
    for (size_t r = 0; r < routes.size(); ++r) {
        const std::vector<QPointF> &points = routes[r].points;
        for (size_t i = 1; i + 2 < points.size(); ++i) {
            if ((points[i].x() == points[i + 1].x()) != vertical)
                continue;
            Segment segment;
            segment.route = r;
            segment.first = i;
            segment.vertical = vertical;
            segment.position = across(points[i], vertical);
            segment.from = std::min(along(points[i], vertical), along(points[i + 1], vertical));
            segment.to = std::max(along(points[i], vertical), along(points[i + 1], vertical));
            const bool fromRight = points.back().x() < points[points.size() - 2].x();
            segment.trunk = {connections[r].parent, int(connections[r].parentY) * 2 + fromRight};
            segment.before = across(points[i - 1], vertical);
            segment.after = across(points[i + 2], vertical);
            segment.beforeAt = along(points[i], vertical);
            segment.afterAt = along(points[i + 1], vertical);
            measureCorridor(segment, cards, routes[r]);
            segment.wanted = wantedPosition(segment, routes[r]);
            segments.push_back(segment);
        }
    }
    return segments;
}

bool collides(const Segment &segment, double position, const std::vector<Segment> &settled)
{
    return std::ranges::any_of(settled, [&](const Segment &other) {
        return std::abs(other.position - position) < kLineGap - 0.5 && other.from < segment.to + kLineGap
            && segment.from < other.to + kLineGap && other.trunk != segment.trunk;
    });
}

bool cuts(double position, double from, double to, double start, double end, double at)
{
    return at > from && at < to && position > std::min(start, end) && position < std::max(start, end);
}

/// How often the line would cross others in this corridor if the segment stood at `position`.
int crossings(const Segment &segment, double position, const std::vector<Segment> &settled)
{
    int count = 0;
    for (const Segment &other : settled) {
        if (other.trunk == segment.trunk)
            continue;
        count += cuts(other.position, other.from, other.to, segment.before, position, segment.beforeAt);
        count += cuts(other.position, other.from, other.to, position, segment.after, segment.afterAt);
        count += cuts(position, segment.from, segment.to, other.before, other.position, other.beforeAt);
        count += cuts(position, segment.from, segment.to, other.position, other.after, other.afterAt);
    }
    return count;
}

void settle(Segment &segment, const std::vector<Segment> &settled)
{
    // A trunk that passes here already is the best place.
    for (const Segment &other : settled) {
        if (other.trunk == segment.trunk && other.position >= segment.lowest && other.position <= segment.highest
            && std::abs(other.position - segment.wanted) < kWideCorridor / 2
            && !collides(segment, other.position, settled)) {
            segment.position = other.position;
            return;
        }
    }
    // A crossing is worth a detour of some lines.
    constexpr double kCrossing = 5 * kLineGap;
    double best = HUGE_VAL;
    double chosen = segment.wanted;
    for (int step = 0; step < 40; ++step) {
        const double offset = kLineGap * ((step + 1) / 2) * (step % 2 ? 1 : -1);
        const double position = segment.wanted + offset;
        if (std::abs(offset) >= best)
            break;
        if (position < segment.lowest || position > segment.highest || collides(segment, position, settled))
            continue;
        const double cost = std::abs(offset) + kCrossing * crossings(segment, position, settled);
        if (cost < best) {
            best = cost;
            chosen = position;
        }
    }
    segment.position = chosen;
}

void spread(const std::vector<QRectF> &cards, const std::vector<Connection> &connections, std::vector<Route> &routes,
            bool vertical)
{
    std::vector<Segment> segments = innerSegments(cards, connections, routes, vertical);
    // Those with the least room choose first.
    std::ranges::stable_sort(segments, {}, [](const Segment &segment) { return segment.highest - segment.lowest; });
    std::vector<Segment> settled;
    for (Segment &segment : segments) {
        settle(segment, settled);
        settled.push_back(segment);
        for (const size_t i : {segment.first, segment.first + 1}) {
            QPointF &point = routes[segment.route].points[i];
            vertical ? point.setX(segment.position) : point.setY(segment.position);
        }
    }
}

} // namespace

void spreadLines(const std::vector<QRectF> &cards, const std::vector<Connection> &connections,
                 std::vector<Route> &routes)
{
    spread(cards, connections, routes, true);
    spread(cards, connections, routes, false);
}

} // namespace joinery::diagram
