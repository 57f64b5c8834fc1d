// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagram/relation.h"

#include <algorithm>

namespace joinery::diagram {

namespace {

bool covers(const QStringList &columns, const QStringList &key)
{
    return !key.isEmpty() && std::ranges::all_of(key, [&](const QString &name) { return columns.contains(name); });
}

/// A key over some of the columns makes all of them together unique.
bool isUnique(const schema::Table &table, const QStringList &columns)
{
    if (table.primaryKey && covers(columns, table.primaryKey->columns))
        return true;
    for (const schema::Unique &unique : table.uniques) {
        if (covers(columns, unique.columns))
            return true;
    }
    for (const schema::Index &index : table.indexes) {
        if (!index.unique || !index.where.isEmpty())
            continue;
        QStringList names;
        for (const schema::IndexItem &item : index.items)
            names.append(item.expression.isEmpty() ? item.column : QString());
        if (!names.contains(QString()) && covers(columns, names))
            return true;
    }
    return false;
}

/// The exact name, else the same in other capitals: SQLite and MySQL do not tell them apart.
const schema::Table *referred(const schema::Catalog &catalog, const schema::Name &name)
{
    if (const schema::Table *exact = catalog.table(name))
        return exact;
    const auto found = std::ranges::find_if(catalog.tables, [&](const schema::Table &table) {
        return table.name.schema == name.schema && table.name.name.compare(name.name, Qt::CaseInsensitive) == 0;
    });
    return found == catalog.tables.end() ? nullptr : &*found;
}

QString place(const schema::Name &table, const QStringList &columns)
{
    return columns.size() == 1 ? QString(table.toString() + u'.' + columns.first())
                               : QString(table.toString() + QLatin1String(" (") + columns.join(QLatin1String(", "))
                                         + u')');
}

} // namespace

QString Relation::cardinality() const
{
    return childUnique ? QStringLiteral("one to one") : QStringLiteral("many to one");
}

QString Relation::toString() const
{
    QString text = place(childTable, childColumns) + QLatin1String(" refers to ") + place(parentTable, parentColumns)
        + QLatin1String(", ") + cardinality();
    if (parentOptional)
        text += QLatin1String(", optional");
    return text;
}

std::vector<Relation> relationsOf(const schema::Catalog &catalog)
{
    std::vector<Relation> relations;
    for (size_t i = 0; i < catalog.tables.size(); ++i) {
        const schema::Table &table = catalog.tables[i];
        for (const schema::ForeignKey &key : table.foreignKeys) {
            const schema::Table *parent = referred(catalog, key.referredTable);
            if (!parent)
                continue;
            Relation relation;
            relation.uid = key.uid;
            relation.name = key.name;
            relation.childTable = table.name;
            relation.parentTable = parent->name;
            relation.child = i;
            relation.parent = size_t(parent - catalog.tables.data());
            relation.childColumns = key.columns;
            relation.parentColumns = key.referredColumns;
            if (relation.parentColumns.isEmpty() && parent->primaryKey)
                relation.parentColumns = parent->primaryKey->columns;
            relation.childUnique = isUnique(table, key.columns);
            relation.parentOptional = std::ranges::any_of(key.columns, [&](const QString &name) {
                const schema::Column *column = table.column(name);
                return column && column->nullable && !table.isInPrimaryKey(name);
            });
            relations.push_back(std::move(relation));
        }
    }
    return relations;
}

} // namespace joinery::diagram
