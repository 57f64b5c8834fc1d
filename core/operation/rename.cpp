// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operation/rename.h"

#include "core/schema/sql_text.h"

namespace joinery::operation {

using schema::Name;

namespace {

void rewrite(Name &name, const Name &from, const Name &to)
{
    if (name == from)
        name = to;
}

void rewrite(QStringList &names, const QString &from, const QString &to)
{
    for (QString &name : names) {
        if (name == from)
            name = to;
    }
}

/// Every expression of a table that is written in terms of its own columns.
template <class Visit>
void visitExpressions(schema::Table &table, Visit visit)
{
    for (schema::Column &column : table.columns) {
        if (column.defaultValue && column.defaultValue->kind == schema::Default::Kind::Expression)
            visit(column.defaultValue->text);
        if (column.computed)
            visit(column.computed->expression);
    }
    for (schema::Check &check : table.checks)
        visit(check.expression);
    for (schema::Exclusion &exclusion : table.exclusions)
        visit(exclusion.definition);
    for (schema::Index &index : table.indexes) {
        for (schema::IndexItem &item : index.items)
            visit(item.expression);
        visit(index.where);
    }
    const auto partition = table.options.find(QStringLiteral("partition_by"));
    if (partition != table.options.end())
        visit(*partition);
}

void renameInType(schema::Type &type, const Name &from, const Name &to)
{
    if (isOfEnum(type, from)) {
        rewrite(type.enumName, from, to);
        // The engine's own spelling would bring the old name back.
        type.nativeText = schema::renameTableInList(type.nativeText, from, to, type.nativeDialect);
    }
    for (schema::Type &element : type.element)
        renameInType(element, from, to);
}

} // namespace

void renameTableEverywhere(schema::Catalog &catalog, const Name &from, const Name &to)
{
    for (schema::Table &table : catalog.tables) {
        for (Name &used : table.uses)
            rewrite(used, from, to);
        for (schema::ForeignKey &key : table.foreignKeys) {
            if (key.referredTable == from || table.name == to)
                table.storedDefinition.clear();
            rewrite(key.referredTable, from, to);
        }
        for (const char *key : {"partition_of", "inherits"}) {
            const auto option = table.options.find(QLatin1String(key));
            if (option != table.options.end())
                *option = schema::renameTableInList(*option, from, to, catalog.dialect);
        }
        if (table.name == to) {
            visitExpressions(table, [&](QString &expression) {
                expression = schema::renameTableInSql(expression, from, to, catalog.dialect);
            });
        }
    }
    for (schema::Sequence &sequence : catalog.sequences)
        rewrite(sequence.ownedByTable, from, to);
    for (schema::View &view : catalog.views) {
        for (Name &used : view.uses)
            rewrite(used, from, to);
        const QString query = schema::renameTableInSql(view.query, from, to, catalog.dialect);
        if (query != view.query)
            view.storedDefinition.clear();
        view.query = query;
    }
    for (schema::Definition &definition : catalog.definitions) {
        rewrite(definition.table, from, to);
        for (Name &used : definition.uses)
            rewrite(used, from, to);
        definition.createSql = schema::renameTableInSql(definition.createSql, from, to, catalog.dialect);
        definition.dropSql = schema::renameTableInSql(definition.dropSql, from, to, catalog.dialect);
    }
}

void renameColumnEverywhere(schema::Catalog &catalog, const Name &tableName, const QString &from, const QString &to)
{
    for (schema::Table &table : catalog.tables) {
        for (schema::ForeignKey &key : table.foreignKeys) {
            if (key.referredTable == tableName && key.referredColumns.contains(from)) {
                rewrite(key.referredColumns, from, to);
                table.storedDefinition.clear();
            }
        }
        if (table.name != tableName)
            continue;
        table.storedDefinition.clear();
        if (table.primaryKey) {
            rewrite(table.primaryKey->columns, from, to);
            rewrite(table.primaryKey->include, from, to);
        }
        for (schema::Unique &unique : table.uniques) {
            rewrite(unique.columns, from, to);
            rewrite(unique.include, from, to);
        }
        for (schema::ForeignKey &key : table.foreignKeys)
            rewrite(key.columns, from, to);
        for (schema::Check &check : table.checks) {
            const auto holder = check.options.find(QStringLiteral("column"));
            if (holder != check.options.end() && *holder == from)
                *holder = to;
        }
        for (schema::Index &index : table.indexes) {
            for (schema::IndexItem &item : index.items) {
                if (item.column == from)
                    item.column = to;
            }
            rewrite(index.include, from, to);
        }
        visitExpressions(table, [&](QString &expression) {
            expression = schema::renameColumnInExpression(expression, tableName, from, to, catalog.dialect);
        });
    }
    for (schema::Sequence &sequence : catalog.sequences) {
        if (sequence.ownedByTable == tableName && sequence.ownedByColumn == from)
            sequence.ownedByColumn = to;
    }
    const auto hasColumn = [&](const Name &other) {
        const schema::Table *table = catalog.table(other);
        return table && table->column(from);
    };
    for (schema::View &view : catalog.views) {
        const QString query = schema::renameColumnInQuery(view.query, tableName, from, to, catalog.dialect, hasColumn);
        if (query != view.query)
            view.storedDefinition.clear();
        view.query = query;
    }
    for (schema::Definition &definition : catalog.definitions) {
        if (definition.table == tableName)
            definition.createSql = schema::renameColumnInTrigger(definition.createSql, tableName, from, to, catalog.dialect);
        if (definition.kind == schema::Definition::Kind::Trigger && catalog.dialect == QLatin1String("sqlite"))
            definition.createSql = schema::renameColumnInQuery(definition.createSql, tableName, from, to, catalog.dialect, hasColumn);
    }
}

void renameEnumEverywhere(schema::Catalog &catalog, const Name &from, const Name &to)
{
    for (schema::Table &table : catalog.tables) {
        for (schema::Column &column : table.columns)
            renameInType(column.type, from, to);
        visitExpressions(table, [&](QString &expression) {
            expression = schema::renameTypeInExpression(expression, from, to, catalog.dialect);
        });
    }
    for (schema::View &view : catalog.views) {
        for (schema::Column &column : view.columns)
            renameInType(column.type, from, to);
        for (Name &used : view.uses)
            rewrite(used, from, to);
        view.query = schema::renameTypeInExpression(view.query, from, to, catalog.dialect);
    }
    for (schema::Definition &definition : catalog.definitions) {
        for (Name &used : definition.uses)
            rewrite(used, from, to);
        definition.createSql = schema::renameTypeInExpression(definition.createSql, from, to, catalog.dialect);
    }
}

void renameLabelEverywhere(schema::Catalog &catalog, const Name &type, const QString &from, const QString &to)
{
    for (schema::Table &table : catalog.tables) {
        for (schema::Column &column : table.columns) {
            if (isOfEnum(column.type, type) && column.defaultValue
                && column.defaultValue->kind == schema::Default::Kind::Literal && column.defaultValue->text == from)
                column.defaultValue->text = to;
        }
        visitExpressions(table, [&](QString &expression) {
            expression = schema::renameLabelInExpression(expression, type, from, to, catalog.dialect);
        });
    }
    for (schema::View &view : catalog.views)
        view.query = schema::renameLabelInExpression(view.query, type, from, to, catalog.dialect);
}

bool isOfEnum(const schema::Type &type, const Name &name)
{
    if (type.kind == schema::TypeKind::Enum)
        return type.enumName == name && !name.isEmpty();
    return std::ranges::any_of(type.element, [&](const schema::Type &element) { return isOfEnum(element, name); });
}

} // namespace joinery::operation
