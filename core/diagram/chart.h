// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/diagram/card.h"
#include "core/diagram/relation.h"
#include "core/diagram/route.h"

namespace joinery::diagram {

/// The geometry of a whole diagram: cards with their places, relations with their routes.
struct Chart
{
    Detail detail = Detail::All;
    std::vector<Card> cards;         ///< sorted by name
    std::vector<Relation> relations; ///< child and parent are indexes of cards
    std::vector<Route> routes;       ///< one for each relation once route() ran

    QRectF bounds() const;           ///< of cards and routes, null where there are none
    /// By Uid, or by name where one of the two sides has no identity; nothing where it is not shown.
    std::optional<size_t> find(const Uid &uid, const schema::Name &table) const;
    /// Relations that start or end at the card.
    std::vector<size_t> relationsOf(size_t card) const;
    /// The cards that are at most `hops` relations away, the starting ones included; sorted.
    std::vector<size_t> neighbourhood(const std::vector<size_t> &start, int hops) const;
    /// The relations of a shortest way between two cards; empty where there is none.
    std::vector<size_t> path(size_t from, size_t to) const;
};

/// Cards and relations of the catalogue, all at the origin.
Chart makeChart(const schema::Catalog &catalog, Detail detail, const TextMeasure &measure,
                const TypeText &typeText = genericTypeText);

/// Arranges all cards anew (see layout.h) and moves the whole so that it starts at the origin. Slow: not for the GUI
/// thread.
enum class Arrangement { Layered, Force };
Status arrange(Chart &chart, Arrangement arrangement = Arrangement::Layered);

/// Finds a free place near its relatives for every card that is not `placed`; moves no other.
void placeNewcomers(Chart &chart, std::vector<bool> placed);

/// Routes all relations around the cards.
void route(Chart &chart);
/// Routes those that touch one of the cards again and keeps the others.
void rerouteAround(Chart &chart, const std::vector<size_t> &cards);

} // namespace joinery::diagram
