// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/undo/model_edits.h"

#include "core/schema/index_columns.h"
#include "core/schema/sql_text.h"

#include <algorithm>

namespace joinery::ui::edits {

using namespace operation;

namespace {

template <class IsTaken>
QString freeName(const QString &wanted, IsTaken isTaken)
{
    QString name = wanted;
    for (int number = 2; isTaken(name); ++number)
        name = wanted + u'_' + QString::number(number);
    return name;
}

template <class Element>
void identify(Element &element)
{
    if (element.uid.isNull())
        element.uid = Uid::create();
}

bool uses(const schema::Index &index, const QString &column, const QString &dialect)
{
    return index.include.contains(column) || schema::mentionsColumn(index.where, column, dialect)
        || std::ranges::any_of(index.items, [&](const schema::IndexItem &item) {
               return item.column == column || schema::mentionsColumn(item.expression, column, dialect);
           });
}

} // namespace

QString freeTableName(const schema::Catalog &catalog, const QString &wanted)
{
    return freeName(wanted, [&](const QString &name) { return catalog.table(Name(name)) != nullptr; });
}

QString freeColumnName(const schema::Table &table, const QString &wanted)
{
    return freeName(wanted, [&](const QString &name) { return table.column(name) != nullptr; });
}

schema::Column newColumn(const QString &name, const schema::Type &type)
{
    schema::Column column;
    column.uid = Uid::create();
    column.name = name;
    column.type = type;
    return column;
}

Operations createTable(const Name &name, const schema::Table *belongsTo)
{
    schema::Table table;
    table.uid = Uid::create();
    table.name = name;
    schema::Column id = newColumn(QStringLiteral("id"), schema::Type::of(schema::TypeKind::Integer));
    id.nullable = false;
    table.columns.push_back(id);
    schema::PrimaryKey key;
    key.uid = Uid::create();
    key.columns = {id.name};
    table.primaryKey = key;
    if (belongsTo && belongsTo->primaryKey) {
        schema::ForeignKey reference;
        reference.uid = Uid::create();
        reference.referredTable = belongsTo->name;
        reference.referredColumns = belongsTo->primaryKey->columns;
        for (const QString &parentColumn : belongsTo->primaryKey->columns) {
            const schema::Column *parent = belongsTo->column(parentColumn);
            schema::Column column = newColumn(freeColumnName(table, belongsTo->name.name + u'_' + parentColumn),
                                              parent ? parent->type : id.type);
            column.nullable = false;
            reference.columns.append(column.name);
            table.columns.push_back(std::move(column));
        }
        reference.name = constraintName(QStringLiteral("fk"), table, reference.columns);
        table.foreignKeys.push_back(std::move(reference));
    }
    return {CreateTable{std::move(table)}};
}

Operations dropTable(const schema::Catalog &catalog, const schema::Table &table)
{
    Operations operations;
    for (const schema::Table &other : catalog.tables) {
        if (other.name == table.name)
            continue;
        for (const schema::ForeignKey &key : other.foreignKeys) {
            if (key.referredTable == table.name)
                operations.push_back(DropConstraint{other.name, key});
        }
    }
    operations.push_back(DropTable{table});
    return operations;
}

Operations dropColumn(const schema::Catalog &catalog, const schema::Table &table, const QString &column)
{
    Operations operations;
    for (const schema::Table &other : catalog.tables) {
        for (const schema::ForeignKey &key : other.foreignKeys) {
            const bool refers = key.referredTable == table.name && key.referredColumns.contains(column);
            const bool holds = other.name == table.name && key.columns.contains(column);
            if (refers || holds)
                operations.push_back(DropConstraint{other.name, key});
        }
    }
    for (const schema::Index &index : table.indexes) {
        if (uses(index, column, catalog.dialect))
            operations.push_back(DropIndex{table.name, index});
    }
    for (const schema::Unique &unique : table.uniques) {
        if (unique.columns.contains(column) || unique.include.contains(column))
            operations.push_back(DropConstraint{table.name, unique});
    }
    for (const schema::Check &check : table.checks) {
        if (schema::mentionsColumn(check.expression, column, catalog.dialect))
            operations.push_back(DropConstraint{table.name, check});
    }
    if (table.isInPrimaryKey(column))
        operations.push_back(DropConstraint{table.name, *table.primaryKey});
    const qsizetype index = table.columnIndex(column);
    for (const schema::Column &other : table.columns) {
        if (other.name != column && other.computed
            && schema::mentionsColumn(other.computed->expression, column, catalog.dialect))
            operations.push_back(DropColumn{table.name, other, {}});
    }
    if (index >= 0) {
        const QString before = index == 0 ? QString() : table.columns[size_t(index) - 1].name;
        operations.push_back(DropColumn{table.name, table.columns[size_t(index)], before});
    }
    return operations;
}

Operations setInPrimaryKey(const schema::Table &table, const QString &column, bool in)
{
    if (table.isInPrimaryKey(column) == in)
        return {};
    Operations operations;
    schema::PrimaryKey key;
    if (table.primaryKey) {
        operations.push_back(DropConstraint{table.name, *table.primaryKey});
        key = *table.primaryKey;
    }
    identify(key);
    if (in)
        key.columns.append(column);
    else
        key.columns.removeAll(column);
    const schema::Column *changed = table.column(column);
    if (in && changed && changed->nullable) {
        schema::Column filled = *changed;
        filled.nullable = false;
        operations.push_back(AlterColumn{table.name, *changed, filled, {}, {}, {}});
    }
    if (!key.columns.isEmpty())
        operations.push_back(AddConstraint{table.name, key});
    return operations;
}

QString constraintName(const QString &prefix, const schema::Table &table, const QStringList &columns)
{
    const QString wanted = prefix + u'_' + table.name.name + u'_' + columns.join(u'_');
    return freeName(wanted, [&](const QString &name) {
        const auto named = [&](const auto &element) { return element.name == name; };
        return std::ranges::any_of(table.foreignKeys, named) || std::ranges::any_of(table.uniques, named)
            || std::ranges::any_of(table.checks, named) || std::ranges::any_of(table.indexes, named);
    });
}

Operations addForeignKey(const schema::Table &table, schema::ForeignKey key)
{
    identify(key);
    if (key.name.isEmpty())
        key.name = constraintName(QStringLiteral("fk"), table, key.columns);
    return {AddConstraint{table.name, std::move(key)}};
}

Operations setReference(const schema::Table &table, const QString &column, const Name &parent,
                        const QString &parentColumn)
{
    Operations operations;
    schema::ForeignKey key;
    if (const schema::ForeignKey *before = referenceOf(table, column)) {
        operations.push_back(DropConstraint{table.name, *before});
        key = *before;
        key.uid = {};
    }
    if (parent.isEmpty())
        return operations;
    key.columns = {column};
    key.referredTable = parent;
    key.referredColumns = {parentColumn};
    std::ranges::move(addForeignKey(table, std::move(key)), std::back_inserter(operations));
    return operations;
}

Operations addIndex(const schema::Table &table, const QStringList &columns, bool unique)
{
    schema::Index index;
    index.uid = Uid::create();
    index.unique = unique;
    index.name = constraintName(QStringLiteral("ix"), table, columns);
    for (const QString &column : columns) {
        schema::IndexItem item;
        item.column = column;
        index.items.push_back(std::move(item));
    }
    return {CreateIndex{table.name, std::move(index)}};
}

Operations addUnique(const schema::Table &table, const QStringList &columns)
{
    schema::Unique unique;
    unique.uid = Uid::create();
    unique.columns = columns;
    unique.name = constraintName(QStringLiteral("uq"), table, columns);
    return {AddConstraint{table.name, std::move(unique)}};
}

Operations addCheck(const schema::Table &table, const QString &expression)
{
    QStringList mentioned;
    for (const schema::Column &column : table.columns) {
        if (schema::mentionsColumn(expression, column.name, QString()))
            mentioned.append(column.name);
    }
    schema::Check check;
    check.uid = Uid::create();
    check.expression = expression;
    check.name = constraintName(QStringLiteral("ck"), table, mentioned.mid(0, 2));
    return {AddConstraint{table.name, std::move(check)}};
}

const schema::ForeignKey *referenceOf(const schema::Table &table, const QString &column)
{
    const auto found = std::ranges::find_if(table.foreignKeys, [&](const schema::ForeignKey &key) {
        return key.columns == QStringList{column};
    });
    return found == table.foreignKeys.end() ? nullptr : &*found;
}

bool isIndexed(const schema::Table &table, const QStringList &columns)
{
    const auto begins = [&](const QStringList &key) { return key.mid(0, columns.size()) == columns; };
    if (table.primaryKey && begins(table.primaryKey->columns))
        return true;
    if (std::ranges::any_of(table.uniques, [&](const schema::Unique &unique) { return begins(unique.columns); }))
        return true;
    return std::ranges::any_of(table.indexes, [&](const schema::Index &index) {
        return index.where.isEmpty() && begins(schema::columnsOf(index));
    });
}

} // namespace joinery::ui::edits
