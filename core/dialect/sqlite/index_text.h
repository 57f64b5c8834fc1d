// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/constraint.h"

namespace joinery::dialect {

/// The items and the condition of a stored CREATE INDEX. Names of columns are as written.
struct IndexText
{
    std::vector<schema::IndexItem> items;
    QString where;
    QStringList ascending; ///< positions from 1 of items behind which ASC is spelt out

    static std::optional<IndexText> parse(const QString &sql);
};

/// The SELECT behind AS of a stored CREATE VIEW, and whether column names stand before it.
struct ViewText
{
    QString query;
    bool namesColumns = false;

    static std::optional<ViewText> parse(const QString &sql);
};

} // namespace joinery::dialect
