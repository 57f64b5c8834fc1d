// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/column_filter.h"
#include "core/session/row_key.h"

namespace joinery::session {

struct SortTerm
{
    QString column;
    bool descending = false;
    friend bool operator==(const SortTerm &, const SortTerm &) = default;
};

/// Which rows of which table in which order. Rows that are read of it hold the table's columns in their order, and
/// behind them the row's address where that is the key.
struct RowSource
{
    schema::Table table;
    bool isView = false;
    RowKey key;
    std::vector<SortTerm> sort;
    QString where; ///< SQL of the engine, as a person typed it; may be empty
    std::vector<ColumnFilter> filters; ///< hold together with `where`; those of columns that are not there are left out

    /// Told by whoever reads (dialect::Dialect::mayHoldLargeCells): see RowColumns.
    bool hasLargeCells = false;

    bool isFiltered() const { return !where.isEmpty() || !filters.empty(); }

    /// One part of the complete order: what was asked for, then the key, so that no two rows are equal.
    struct OrderTerm
    {
        QString column;
        bool descending = false;
        bool nullable = false;
        int index = -1; ///< in a row
    };
    std::vector<OrderTerm> order() const;
    /// Whether rows can be sought by their order; otherwise a page is found by counting (OFFSET).
    bool isSeekable(const dialect::Capabilities &capabilities) const;
    /// Whether a row's position can be guessed from its key: a single whole number, in its own order.
    bool isInterpolable() const;

    int columnCount() const { return int(table.columns.size()); }
    int keyIndex(const QString &column) const; ///< in a row

    /// The values that identify a row, and those that order it.
    std::vector<driver::Value> keyOf(const driver::RowBlock &block, int row) const;
    std::vector<driver::Value> orderOf(const driver::RowBlock &block, int row) const;
};

} // namespace joinery::session
