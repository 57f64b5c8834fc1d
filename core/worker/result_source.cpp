// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/result_source.h"

#include "core/sql/lexer.h"
#include "core/worker/table_rows.h"

#include <algorithm>

namespace joinery::worker {

namespace {

/// The table of this name; engines leave the schema out where it is the usual one, and so do catalogues.
const schema::Table *tableOf(const schema::Catalog &catalog, const schema::Name &name)
{
    if (const schema::Table *exact = catalog.table(name))
        return exact;
    const schema::Table *found = nullptr;
    for (const schema::Table &table : catalog.tables) {
        if (table.name.name != name.name || !(table.name.schema.isEmpty() || name.schema.isEmpty()))
            continue;
        if (found)
            return nullptr;
        found = &table;
    }
    return found;
}

/// How often a statement names the table. Behind a dot it is a column of that name, unless what stands before the dot is
/// nowhere a name of its own (an alias, a table): then that is a schema.
int timesNamed(const QString &statement, const QString &table, const QString &dialect)
{
    const std::vector<sql::Token> tokens = sql::significantTokens(statement, sql::flavorOf(dialect));
    QStringList words;
    for (const sql::Token &token : tokens)
        words.append(sql::unquotedName(token.in(statement)).toLower());
    const QString dot = QStringLiteral(".");
    const auto standsAlone = [&](const QString &name) {
        for (qsizetype i = 0; i < words.size(); ++i) {
            if (words.at(i) == name && words.value(i + 1) != dot && (i == 0 || words.at(i - 1) != dot))
                return true;
        }
        return false;
    };
    int times = 0;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words.at(i) != table.toLower() || words.value(i + 1) == dot)
            continue;
        const bool isColumn = i > 1 && words.at(i - 1) == dot && standsAlone(words.at(i - 2));
        times += !isColumn;
    }
    return times;
}

bool combinesQueries(const QString &statement, const QString &dialect)
{
    for (const sql::Token &token : sql::significantTokens(statement, sql::flavorOf(dialect))) {
        for (const char *word : {"UNION", "INTERSECT", "EXCEPT", "MINUS"}) {
            if (token.isWord(statement, QLatin1String(word)))
                return true;
        }
    }
    return false;
}

} // namespace

ResultSource resultSource(const QString &statement, const std::vector<driver::ColumnInfo> &columns, const schema::Catalog &catalog,
                          const QString &dialect)
{
    using Why = Untraceable::Why;
    ResultSource traced;
    const auto refuse = [&](Why why, QString column, const QStringList &tables) { // its own copy: the source goes
        traced.source = {};
        traced.refusal = Untraceable{why, std::move(column), tables};
        return traced;
    };
    if (columns.empty())
        return refuse(Why::NoRows, {}, {});
    QStringList tables;
    for (const driver::ColumnInfo &column : columns) {
        if (column.originTable.isEmpty() || column.originColumn.isEmpty())
            return refuse(Why::Computed, column.name, {});
        if (const QString name = column.originTable.toString(); !tables.contains(name))
            tables.append(name);
    }
    if (tables.size() > 1)
        return refuse(Why::SeveralTables, {}, tables);
    const schema::Table *table = tableOf(catalog, columns.front().originTable);
    if (!table)
        return refuse(Why::Unknown, {}, tables);
    if (timesNamed(statement, table->name.name, dialect) != 1 || combinesQueries(statement, dialect))
        return refuse(Why::NotOnce, {}, tables);
    traced.source = rowSource(catalog, table->name, dialect);
    std::vector<schema::Column> shown;
    QStringList names;
    for (const driver::ColumnInfo &column : columns) {
        const schema::Column *known = traced.source.table.column(column.originColumn);
        if (!known)
            return refuse(Why::Unknown, {}, tables);
        if (names.contains(known->name))
            return refuse(Why::Twice, known->name, tables);
        names.append(known->name);
        shown.push_back(*known);
    }
    const session::RowKey &key = traced.source.key;
    if (key.kind != session::RowKey::Kind::PrimaryKey && key.kind != session::RowKey::Kind::Unique)
        return refuse(Why::NoKey, {}, tables);
    if (!std::ranges::all_of(key.columns, [&](const QString &column) { return names.contains(column); }))
        return refuse(Why::KeyMissing, key.columns.join(QStringLiteral(", ")), tables);
    traced.source.table.columns = std::move(shown);
    // A key of which only some columns are shown cannot be set as a whole.
    std::erase_if(traced.source.table.foreignKeys, [&](const schema::ForeignKey &foreign) {
        return !std::ranges::all_of(foreign.columns, [&](const QString &column) { return names.contains(column); });
    });
    return traced;
}

} // namespace joinery::worker
