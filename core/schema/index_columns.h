// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/constraint.h"

namespace joinery::schema {

/// In the order of the index; empty where an expression stands.
inline QStringList columnsOf(const Index &index)
{
    QStringList columns;
    for (const IndexItem &item : index.items)
        columns.append(item.column);
    return columns;
}

} // namespace joinery::schema
