// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagram/chart.h"

#include "core/diagram/layout.h"
#include "core/diagram/packing.h"

#include <algorithm>
#include <numeric>

namespace joinery::diagram {

namespace {

std::vector<QRectF> rectsOf(const Chart &chart)
{
    std::vector<QRectF> rects;
    for (const Card &card : chart.cards)
        rects.push_back(card.rect());
    return rects;
}

/// A self reference of a card without rows needs two ends that can be told apart.
constexpr double kLoop = 7;

std::vector<Connection> connectionsOf(const Chart &chart)
{
    std::vector<Connection> connections;
    for (const Relation &relation : chart.relations) {
        const Card &child = chart.cards[relation.child];
        const Card &parent = chart.cards[relation.parent];
        Connection connection;
        connection.child = relation.child;
        connection.parent = relation.parent;
        const QString from = relation.childColumns.value(0);
        const QString to = relation.parentColumns.value(0);
        connection.childY = child.position.y() + child.rowCentre(from);
        connection.parentY = parent.position.y() + parent.rowCentre(to);
        if (relation.isSelf() && connection.childY == connection.parentY) {
            connection.childY += kLoop;
            connection.parentY -= kLoop;
        }
        connections.push_back(connection);
    }
    return connections;
}

} // namespace

QRectF Chart::bounds() const
{
    QRectF all;
    for (const Card &card : cards)
        all |= card.rect();
    for (const Route &line : routes)
        all |= line.bounds();
    return all;
}

std::optional<size_t> Chart::find(const Uid &uid, const schema::Name &table) const
{
    const auto found = std::ranges::find_if(cards, [&](const Card &card) {
        return uid.isNull() || card.uid.isNull() ? card.table == table : card.uid == uid;
    });
    if (found == cards.end())
        return std::nullopt;
    return size_t(std::distance(cards.begin(), found));
}

std::vector<size_t> Chart::relationsOf(size_t card) const
{
    std::vector<size_t> found;
    for (size_t i = 0; i < relations.size(); ++i) {
        if (relations[i].child == card || relations[i].parent == card)
            found.push_back(i);
    }
    return found;
}

std::vector<size_t> Chart::neighbourhood(const std::vector<size_t> &start, int hops) const
{
    std::vector<bool> inside(cards.size(), false);
    for (const size_t card : start)
        inside[card] = true;
    for (int hop = 0; hop < hops; ++hop) {
        const std::vector<bool> before = inside;
        for (const Relation &relation : relations) {
            if (before[relation.child])
                inside[relation.parent] = true;
            if (before[relation.parent])
                inside[relation.child] = true;
        }
    }
    std::vector<size_t> result;
    for (size_t i = 0; i < inside.size(); ++i) {
        if (inside[i])
            result.push_back(i);
    }
    return result;
}

std::vector<size_t> Chart::path(size_t from, size_t to) const
{
    // Breadth first; for each card the relation that led to it.
    std::vector<std::optional<size_t>> cameBy(cards.size());
    std::vector<size_t> open{from};
    for (size_t next = 0; next < open.size() && !(from == to) && !cameBy[to]; ++next) {
        for (const size_t index : relationsOf(open[next])) {
            const Relation &relation = relations[index];
            const size_t other = relation.child == open[next] ? relation.parent : relation.child;
            if (other != from && !cameBy[other]) {
                cameBy[other] = index;
                open.push_back(other);
            }
        }
    }
    std::vector<size_t> way;
    for (size_t card = to; card != from && cameBy[card];) {
        way.push_back(*cameBy[card]);
        const Relation &relation = relations[*cameBy[card]];
        card = relation.child == card ? relation.parent : relation.child;
    }
    std::ranges::reverse(way);
    return way;
}

Chart makeChart(const schema::Catalog &catalog, Detail detail, const TextMeasure &measure, const TypeText &typeText)
{
    std::vector<size_t> order(catalog.tables.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::ranges::stable_sort(order, {}, [&](size_t i) { return catalog.tables[i].name; });
    std::vector<size_t> cardOf(order.size());
    Chart chart;
    chart.detail = detail;
    for (const size_t i : order) {
        cardOf[i] = chart.cards.size();
        chart.cards.push_back(makeCard(catalog.tables[i], detail, measure, typeText));
    }
    chart.relations = relationsOf(catalog);
    for (Relation &relation : chart.relations) {
        relation.child = cardOf[relation.child];
        relation.parent = cardOf[relation.parent];
    }
    std::ranges::stable_sort(chart.relations, {}, &Relation::child);
    return chart;
}

Status arrange(Chart &chart, Arrangement arrangement)
{
    Graph graph;
    for (const Card &card : chart.cards)
        graph.nodes.push_back(card.size);
    for (const Relation &relation : chart.relations)
        graph.edges.emplace_back(relation.parent, relation.child);
    JOINERY_TRY_VALUE(const std::vector<QPointF> places,
                      arrangement == Arrangement::Force ? byForce(graph) : layered(graph));
    for (size_t i = 0; i < chart.cards.size(); ++i)
        chart.cards[i].position = places[i];
    return {};
}

void placeNewcomers(Chart &chart, std::vector<bool> placed)
{
    std::vector<QRectF> taken;
    QRectF bounds;
    for (size_t i = 0; i < chart.cards.size(); ++i) {
        if (placed[i]) {
            taken.push_back(chart.cards[i].rect());
            bounds |= taken.back();
        }
    }
    // Those with a relative that has its place come first; their own relatives follow.
    for (size_t left = chart.cards.size() - taken.size(); left > 0; --left) {
        std::optional<size_t> next;
        QPointF wanted = bounds.isNull() ? QPointF() : QPointF(bounds.left(), bounds.bottom() + 2 * kCardGapY);
        for (const Relation &relation : chart.relations) {
            if (placed[relation.child] == placed[relation.parent])
                continue;
            next = placed[relation.child] ? relation.parent : relation.child;
            const Card &relative = chart.cards[placed[relation.child] ? relation.child : relation.parent];
            wanted = placed[relation.child]
                ? relative.position - QPointF(kCardGapX + chart.cards[*next].size.width(), 0)
                : relative.position + QPointF(kCardGapX + relative.size.width(), 0);
            break;
        }
        if (!next)
            next = size_t(std::distance(placed.begin(), std::ranges::find(placed, false)));
        Card &card = chart.cards[*next];
        card.position = freePlace(card.size, wanted, taken);
        placed[*next] = true;
        taken.push_back(card.rect());
        bounds |= card.rect();
    }
}

void route(Chart &chart) { chart.routes = routeAll(rectsOf(chart), connectionsOf(chart)); }

void rerouteAround(Chart &chart, const std::vector<size_t> &cards)
{
    if (chart.routes.size() != chart.relations.size())
        return route(chart);
    const std::vector<Connection> all = connectionsOf(chart);
    std::vector<Connection> touched;
    std::vector<size_t> indexes;
    for (size_t i = 0; i < all.size(); ++i) {
        if (std::ranges::find(cards, all[i].child) != cards.end() || std::ranges::find(cards, all[i].parent) != cards.end()) {
            touched.push_back(all[i]);
            indexes.push_back(i);
        }
    }
    const std::vector<Route> routed = routeAll(rectsOf(chart), touched);
    for (size_t i = 0; i < indexes.size(); ++i)
        chart.routes[indexes[i]] = routed[i];
}

} // namespace joinery::diagram
