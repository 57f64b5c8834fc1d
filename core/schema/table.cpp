// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/table.h"

#include <algorithm>

namespace joinery::schema {

qsizetype Table::columnIndex(const QString &columnName) const
{
    const auto found = std::ranges::find(columns, columnName, &Column::name);
    return found == columns.end() ? -1 : std::distance(columns.begin(), found);
}

const Column *Table::column(const QString &columnName) const
{
    const qsizetype index = columnIndex(columnName);
    return index < 0 ? nullptr : &columns[size_t(index)];
}

Column *Table::column(const QString &columnName)
{
    return const_cast<Column *>(std::as_const(*this).column(columnName));
}

const Column *Table::column(const Uid &wanted) const
{
    const auto found = std::ranges::find(columns, wanted, &Column::uid);
    return found == columns.end() || wanted.isNull() ? nullptr : &*found;
}

bool Table::isInPrimaryKey(const QString &columnName) const
{
    return primaryKey && primaryKey->columns.contains(columnName);
}

bool operator==(const Table &a, const Table &b)
{
    return a.uid == b.uid && a.name == b.name && a.columns == b.columns && a.primaryKey == b.primaryKey
        && a.uniques == b.uniques && a.foreignKeys == b.foreignKeys && a.checks == b.checks
        && a.exclusions == b.exclusions && a.indexes == b.indexes && a.comment == b.comment && a.options == b.options;
}

} // namespace joinery::schema
