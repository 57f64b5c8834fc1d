// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/change_sql.h"

#include "core/session/row_columns.h"
#include "core/session/row_sql.h"

namespace joinery::session {

using driver::Value;

namespace {

/// What is given for a change, in the order of the table.
std::vector<RowCell> changedCells(const schema::Table &table, const RowChange &change)
{
    std::vector<RowCell> cells;
    for (const schema::Column &column : table.columns) {
        if (const auto value = change.values.constFind(column.name); value != change.values.constEnd())
            cells.push_back({column.name, &*value});
    }
    return cells;
}

/// What tells the row of a key apart; without a key every column that can be compared and was read whole.
std::vector<RowCell> keyCells(const dialect::Dialect &dialect, const RowSource &source, const RowKeyValues &key)
{
    std::vector<RowCell> cells;
    if (source.key.kind != RowKey::Kind::None) {
        for (qsizetype i = 0; i < source.key.columns.size(); ++i)
            cells.push_back({source.key.columns.at(i), &key[size_t(i)]});
        return cells;
    }
    for (size_t i = 0; i < source.table.columns.size(); ++i) {
        const schema::Column &column = source.table.columns[i];
        if (key[i].isPart())
            continue;
        if (key[i].isNull() || isComparable(column.type, dialect.capabilities()))
            cells.push_back({column.name, &key[i]});
    }
    return cells;
}

} // namespace

ChangeStatement changeStatement(const dialect::Dialect &dialect, const RowSource &source, const RowChange &change)
{
    RowSql row(dialect, source.table, source.key);
    ChangeStatement statement;
    statement.change = change.id;
    switch (change.kind) {
    case RowChange::Kind::Insert:
        row.insertInto(changedCells(source.table, change));
        // Where a row is known by what the server gives it, it says so; SQLite and MySQL tell the last id by themselves.
        if (dialect.capabilities().returning && !dialect.capabilities().rowAddressOrders
            && source.key.kind != RowKey::Kind::None) {
            statement.returns = source.key.columns;
            row.returning(statement.returns);
        }
        break;
    case RowChange::Kind::Update:
        row.update(changedCells(source.table, change)).where(keyCells(dialect, source, change.key));
        break;
    case RowChange::Kind::Delete: row.deleteFrom().where(keyCells(dialect, source, change.key)); break;
    }
    statement.sql = row.sql();
    statement.text = row.text();
    statement.parameters = row.takeParameters();
    return statement;
}

QString previewScript(const dialect::Dialect &dialect, const RowSource &source, const std::vector<RowChange> &changes)
{
    QString script = QStringLiteral("BEGIN;\n");
    for (const RowChange &change : changes)
        script += changeStatement(dialect, source, change).text + QStringLiteral(";\n");
    return script + QStringLiteral("COMMIT;\n");
}

KeyedSelect selectByKey(const dialect::Dialect &dialect, const RowSource &source, const RowKeyValues &key, const QString &expression)
{
    RowSql row(dialect, source.table, source.key);
    row.add(u"SELECT " % expression % u" FROM " % dialect.quote(source.table.name)).where(keyCells(dialect, source, key));
    return {row.sql(), row.takeParameters()};
}

KeyedSelect selectByKey(const dialect::Dialect &dialect, const RowSource &source, const RowKeyValues &key, bool locked)
{
    KeyedSelect select = selectByKey(dialect, source, key, RowColumns(dialect, source).text());
    if (locked && dialect.capabilities().lockingReads)
        select.sql += QStringLiteral(" FOR UPDATE");
    return select;
}

} // namespace joinery::session
