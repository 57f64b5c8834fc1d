// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagram/diagram.h"

#include <algorithm>

namespace joinery::diagram {

const Placement *Diagram::find(const Uid &uid, const schema::Name &table) const
{
    const auto found = std::ranges::find_if(tables, [&](const Placement &placement) {
        return uid.isNull() || placement.uid.isNull() ? placement.name == table : placement.uid == uid;
    });
    return found == tables.end() ? nullptr : &*found;
}

std::vector<bool> Diagram::place(Chart &chart) const
{
    std::vector<bool> placed(chart.cards.size(), false);
    for (size_t i = 0; i < chart.cards.size(); ++i) {
        Card &card = chart.cards[i];
        if (const Placement *placement = find(card.uid, card.table)) {
            card.position = placement->position;
            placed[i] = true;
        }
    }
    return placed;
}

void Diagram::remember(const Chart &chart)
{
    for (const Card &card : chart.cards) {
        if (const Placement *known = find(card.uid, card.table))
            tables[size_t(known - tables.data())] = {card.uid, card.table, card.position};
        else
            tables.push_back({card.uid, card.table, card.position});
    }
}

} // namespace joinery::diagram
