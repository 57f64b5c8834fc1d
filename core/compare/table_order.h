// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/table.h"

#include <utility>
#include <vector>

namespace joinery::compare {

/// The order in which tables can be created, and the foreign keys that have to wait because tables refer to each other
/// in a circle.
struct TableOrder
{
    std::vector<const schema::Table *> tables;
    /// Table and the index of its foreign key.
    std::vector<std::pair<const schema::Table *, size_t>> postponed;
};

/// Stable: among tables that do not depend on each other the given order holds. A reference of a table to itself and
/// references to tables that are not among `tables` do not count.
TableOrder creationOrder(const std::vector<const schema::Table *> &tables);

} // namespace joinery::compare
