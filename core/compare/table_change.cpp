// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/table_change.h"

#include "core/operation/lookup.h"

#include <algorithm>

namespace joinery::compare {

namespace {

std::vector<schema::PrimaryKey> listOf(const std::optional<schema::PrimaryKey> &key)
{
    return key ? std::vector{*key} : std::vector<schema::PrimaryKey>();
}

/// Behind which column a new one goes; nothing where it goes last anyway.
std::optional<QString> placeOf(const schema::Column &column, const schema::Table &from, const schema::Table &to,
                               const QStringList &dropped)
{
    const qsizetype at = to.columnIndex(column.name);
    const bool followed = std::any_of(to.columns.begin() + at + 1, to.columns.end(), [&](const schema::Column &later) {
        return from.column(later.name) && !dropped.contains(later.name);
    });
    if (!followed)
        return std::nullopt;
    return at == 0 ? QString() : to.columns[size_t(at) - 1].name;
}

/// MySQL makes an index for a foreign key that has none, and calls it as the key: it belongs to the key.
bool belongsToKey(const schema::Index &index, const schema::Table &table)
{
    return std::ranges::any_of(table.foreignKeys, [&](const schema::ForeignKey &key) { return operation::isIndexOfKey(index, key); });
}

/// What happens to the indexes of keys by itself.
void leaveOutIndexesOfKeys(TableChange &change, const schema::Table &from, const schema::Table &to)
{
    const auto ofKey = [&](const schema::Index &index) { return belongsToKey(index, from) && belongsToKey(index, to); };
    std::erase_if(change.indexes.dropped, ofKey);
    std::erase_if(change.indexes.added, ofKey);
    std::erase_if(change.indexes.renamed, [&](const auto &each) {
        return std::ranges::any_of(change.foreignKeys.renamed, [&](const auto &key) {
            return key.first.name == each.first.name && key.second == each.second;
        }) && belongsToKey(each.first, from);
    });
}

/// What the model does not say of a table is as the server likes it.
bool sameWhereSaid(const schema::Table &from, const schema::Table &to)
{
    for (auto it = from.options.begin(); it != from.options.end(); ++it) {
        if (to.options.value(it.key()) != it.value())
            return false;
    }
    return true;
}

void compareColumns(TableChange &change, const schema::Table &from, const schema::Table &to, const QStringList &dropped,
                    const Shape &fromShape, const Shape &toShape)
{
    for (const schema::Column &wanted : to.columns) {
        const schema::Column *present = dropped.contains(wanted.name) ? nullptr : from.column(wanted.name);
        if (!present) {
            change.addedColumns.push_back({to.name, wanted, placeOf(wanted, from, to, dropped), {}});
        } else if (fromShape.of(*present, from) != toShape.of(wanted, to)) {
            change.alteredColumns.push_back({to.name, *present, wanted, {}, {}, {}});
        }
    }
    for (const schema::Column &column : from.columns) {
        if (dropped.contains(column.name))
            change.droppedColumns.push_back(column);
    }
    // A generated column needs the ones that it is computed from: it comes after them and goes before them.
    std::ranges::stable_partition(change.addedColumns, [](const operation::AddColumn &each) { return !each.column.computed; });
    std::ranges::stable_partition(change.droppedColumns, [](const schema::Column &each) { return each.computed.has_value(); });
}

} // namespace

TableChange changeOf(const schema::Table &from, const schema::Table &to, const QStringList &dropped, const Shape &fromShape,
                     const Shape &toShape, const Options &options)
{
    TableChange change;
    change.table = to.name;
    change.primaryKey = changeOf(listOf(from.primaryKey), listOf(to.primaryKey), fromShape, toShape);
    if (!options.primaryKeyNames)
        change.primaryKey.renamed.clear();
    change.uniques = changeOf(from.uniques, to.uniques, fromShape, toShape);
    change.foreignKeys = changeOf(from.foreignKeys, to.foreignKeys, fromShape, toShape);
    change.checks = changeOf(from.checks, to.checks, fromShape, toShape);
    change.exclusions = changeOf(from.exclusions, to.exclusions, fromShape, toShape);
    change.indexes = changeOf(from.indexes, to.indexes, fromShape, toShape);
    if (options.keysBringIndexes)
        leaveOutIndexesOfKeys(change, from, to);
    compareColumns(change, from, to, dropped, fromShape, toShape);
    if (fromShape.options(from) != toShape.options(to) && !(options.unnamedIsAny && sameWhereSaid(from, to)))
        change.options = operation::AlterTableOptions{to.name, from.options, to.options};
    if (fromShape.comment(from.comment) != toShape.comment(to.comment))
        change.comment = operation::SetTableComment{to.name, from.comment, to.comment};
    return change;
}

} // namespace joinery::compare
