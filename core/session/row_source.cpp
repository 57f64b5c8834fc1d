// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/row_source.h"

#include "core/schema/type_kinds.h"

#include <algorithm>

namespace joinery::session {

int RowSource::keyIndex(const QString &column) const
{
    if (key.kind == RowKey::Kind::Address)
        return columnCount();
    return int(table.columnIndex(column));
}

std::vector<RowSource::OrderTerm> RowSource::order() const
{
    std::vector<OrderTerm> terms;
    for (const SortTerm &term : sort) {
        if (const schema::Column *column = table.column(term.column))
            terms.push_back({term.column, term.descending, column->nullable, int(table.columnIndex(term.column))});
    }
    if (!key.isSeekable())
        return terms;
    // The key follows in the direction of the last term: an index is then read from end to end in one direction.
    const bool descending = !terms.empty() && terms.back().descending;
    for (const QString &name : key.columns) {
        const bool known = std::any_of(terms.begin(), terms.end(), [&](const OrderTerm &term) { return term.column == name; });
        if (!known)
            terms.push_back({name, descending, false, keyIndex(name)});
    }
    return terms;
}

bool RowSource::isSeekable(const dialect::Capabilities &capabilities) const
{
    return key.isSeekable() && std::all_of(sort.begin(), sort.end(), [&](const SortTerm &term) {
        const schema::Column *column = table.column(term.column);
        return column && session::isSeekable(column->type, capabilities) && !(capabilities.standardOnly && column->nullable);
    });
}

bool RowSource::isInterpolable() const
{
    if (!key.isSeekable() || key.columns.size() != 1 || isFiltered() || sort.size() > 1)
        return false;
    if (sort.size() == 1 && sort.front().column != key.columns.front())
        return false;
    if (key.kind == RowKey::Kind::Address)
        return true;
    return schema::isWholeNumber(table.column(key.columns.front())->type.kind);
}

std::vector<driver::Value> RowSource::keyOf(const driver::RowBlock &block, int row) const
{
    std::vector<driver::Value> values;
    if (key.kind == RowKey::Kind::None) {
        for (int column = 0; column < columnCount(); ++column)
            values.push_back(block.value(row, column));
        return values;
    }
    for (const QString &name : key.columns)
        values.push_back(block.value(row, keyIndex(name)));
    return values;
}

std::vector<driver::Value> RowSource::orderOf(const driver::RowBlock &block, int row) const
{
    std::vector<driver::Value> values;
    for (const OrderTerm &term : order())
        values.push_back(block.value(row, term.index));
    return values;
}

} // namespace joinery::session
