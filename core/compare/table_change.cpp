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

const ConversionAnswer *answerFor(const Options &options, const schema::Name &table, const QString &column)
{
    const auto same = [&](const ConversionAnswer &each) {
        return each.column == column && (each.table == table || (each.table.schema.isEmpty() && each.table.name == table.name));
    };
    const auto found = std::ranges::find_if(options.conversions, same);
    return found == options.conversions.end() ? nullptr : &*found;
}

void ask(TableChange &change, const operation::AlterColumn &altered, const Options &options)
{
    if (!options.conversion || altered.from.computed || altered.to.computed) // no value is carried over
        return;
    std::optional<ConversionQuestion> question;
    if (altered.conversion.isEmpty())
        question = options.conversion(altered.from, altered.to);
    if (!question && altered.reverseConversion.isEmpty()) {
        question = options.conversion(altered.to, altered.from);
        if (question)
            question->onlyBack = true;
    }
    if (!question)
        return;
    question->table = change.table;
    question->column = altered.to.name;
    change.conversions.push_back(*std::move(question));
}

/// The change with what was said of its values, or with a question.
void addAltered(TableChange &change, const schema::Column &from, const schema::Column &to, const Options &options)
{
    operation::AlterColumn altered{change.table, from, to, {}, {}, {}};
    if (const ConversionAnswer *answer = answerFor(options, change.table, to.name); answer && from.type != to.type) {
        altered.conversion = answer->conversion;
        altered.reverseConversion = answer->reverse;
    }
    if (altered.conversion.isEmpty() || altered.reverseConversion.isEmpty())
        ask(change, altered, options);
    change.alteredColumns.push_back(std::move(altered));
}

void compareColumns(TableChange &change, const schema::Table &from, const schema::Table &to, const QStringList &dropped,
                    const Shape &fromShape, const Shape &toShape, const Options &options)
{
    for (const schema::Column &wanted : to.columns) {
        const schema::Column *present = dropped.contains(wanted.name) ? nullptr : from.column(wanted.name);
        if (!present) {
            change.addedColumns.push_back({to.name, wanted, placeOf(wanted, from, to, dropped), {}});
        } else if (fromShape.of(*present, from) != toShape.of(wanted, to)) {
            addAltered(change, *present, wanted, options);
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
    compareColumns(change, from, to, dropped, fromShape, toShape, options);
    if (fromShape.options(from) != toShape.options(to) && !(options.unnamedIsAny && sameWhereSaid(from, to)))
        change.options = operation::AlterTableOptions{to.name, from.options, to.options};
    if (fromShape.comment(from.comment) != toShape.comment(to.comment))
        change.comment = operation::SetTableComment{to.name, from.comment, to.comment};
    return change;
}

} // namespace joinery::compare
