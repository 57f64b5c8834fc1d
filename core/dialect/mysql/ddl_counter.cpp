// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/mysql/mysql_ddl.h"

#include "core/operation/lookup.h"

// AUTO_INCREMENT wants an index that begins with its column at every moment. Where a change takes the one and brings
// another only in a later statement, an index of our own stands in between the two: the counter goes on, no row is
// numbered anew.
namespace joinery::dialect {

using namespace operation;
using schema::Column;
using schema::Table;

namespace {

QString standIn() { return QStringLiteral("_joinery_counter"); }

const Column *counterOf(const Table &table)
{
    const auto at = std::ranges::find_if(table.columns, [](const Column &column) { return column.identity.has_value(); });
    return at == table.columns.end() ? nullptr : &*at;
}

/// Whether the table itself has the index that its counter needs.
bool supports(const Table &table, const QString &counter)
{
    if (table.primaryKey && table.primaryKey->columns.value(0) == counter)
        return true;
    if (std::ranges::any_of(table.uniques, [&](const schema::Unique &unique) { return unique.columns.value(0) == counter; }))
        return true;
    return std::ranges::any_of(table.indexes, [&](const schema::Index &index) {
        return index.name != standIn() && !index.items.empty() && index.items.front().column == counter
            && index.method != QLatin1String("FULLTEXT") && index.method != QLatin1String("SPATIAL");
    });
}

} // namespace

QString MysqlDdl::counterSupport(const Table &before, const Table &after) const
{
    const Column *old = counterOf(before), *now = counterOf(after);
    const bool stood = old && !supports(before, old->name);
    const bool stands = now && !supports(after, now->name);
    if (stands == stood)
        return {};
    return stands ? QStringLiteral(", ADD INDEX %1 (%2)").arg(id(standIn()), id(now->name))
                  : QString(QLatin1String(", DROP INDEX ") + id(standIn()));
}

Table MysqlDdl::withColumn(const Table &table, const QString &replaced, const Column &column)
{
    Table after = table;
    if (Column *present = after.column(replaced))
        *present = column;
    else
        after.columns.push_back(column);
    return after;
}

Status MysqlDdl::write(const AddConstraint &o)
{
    Table after = table(o.table);
    std::visit(Overloaded{
        [&](const schema::PrimaryKey &key) { after.primaryKey = key; },
        [&](const schema::Unique &unique) { after.uniques.push_back(unique); },
        [](const schema::ForeignKey &) {},
        [](const schema::Check &) {},
        [](const schema::Exclusion &) {},
    }, o.constraint);
    return alter(o.table, QLatin1String("ADD ") + constraintText(o.constraint) + counterSupport(table(o.table), after));
}

Status MysqlDdl::write(const CreateIndex &o)
{
    Table after = table(o.table);
    after.indexes.push_back(o.index);
    addIndex(o.table, o.index, o.concurrently);
    const QString support = counterSupport(table(o.table), after);
    return support.isEmpty() ? Status() : alter(o.table, support.mid(2));
}

Status MysqlDdl::write(const DropIndex &o)
{
    Table after = table(o.table);
    std::erase_if(after.indexes, [&](const schema::Index &index) { return index.name == o.index.name; });
    const QString support = counterSupport(table(o.table), after);
    if (!support.isEmpty())
        return alter(o.table, QLatin1String("DROP INDEX ") + id(o.index.name) + support);
    add(QStringLiteral("DROP INDEX %1 ON %2").arg(id(o.index.name), id(o.table)));
    return {};
}

} // namespace joinery::dialect
