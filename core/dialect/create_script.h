// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/catalog.h"

namespace joinery::dialect {

/// The order in which a script creates what a catalogue holds, as indexes into its lists.
struct CreationOrder
{
    struct Item
    {
        enum class Kind { Enum, Sequence, Table, View, Definition };
        Kind kind = Kind::Table;
        size_t index = 0;
        friend bool operator==(const Item &, const Item &) = default;
    };
    std::vector<Item> items;
    /// Foreign keys that close a circle, as table and position: they are added when all tables are there.
    std::vector<std::pair<size_t, size_t>> lateForeignKeys;

    bool isLate(size_t table, size_t foreignKey) const;
};

/// What must exist stands before what needs it; otherwise the order of the catalogue is kept. `brokenCircles`: foreign
/// keys count as needs and those that close a circle are told; without it a table may name one that comes later.
CreationOrder creationOrder(const schema::Catalog &catalog, bool brokenCircles);

} // namespace joinery::dialect
