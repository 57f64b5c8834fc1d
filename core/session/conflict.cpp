// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/conflict.h"

#include "core/session/same_value.h"

namespace joinery::session {

using driver::Value;

QStringList overtaken(const RowChange &change, const Conflict &conflict, const schema::Table &table)
{
    QStringList columns;
    for (size_t i = 0; i < conflict.theirs.size() && i < table.columns.size(); ++i) {
        const QString &name = table.columns[i].name;
        const bool matters = change.kind == RowChange::Kind::Delete || change.values.contains(name);
        if (matters && conflict.theirs[i] != change.before[i])
            columns.append(name);
    }
    return columns;
}

QStringList disputed(const RowChange &change, const Conflict &conflict, const schema::Table &table)
{
    QStringList columns = overtaken(change, conflict, table);
    columns.removeIf([&](const QString &name) {
        const auto mine = change.values.constFind(name);
        return mine != change.values.constEnd() && sameValue(*mine, conflict.theirs[size_t(table.columnIndex(name))]);
    });
    return columns;
}

std::optional<RowChange> resolved(const RowChange &change, const Conflict &conflict, const Resolution &resolution,
                                  const schema::Table &table)
{
    RowChange after = change;
    if (conflict.isGone()) {
        if (!resolution.keep || change.kind == RowChange::Kind::Delete)
            return std::nullopt;
        after.kind = RowChange::Kind::Insert;
        after.values = valuesOfRow(change.before, table);
        after.values.insert(change.values);
        after.key.clear();
        after.before.clear();
        return after;
    }
    after.before = conflict.theirs;
    if (change.kind == RowChange::Kind::Delete)
        return resolution.keep ? std::optional(after) : std::nullopt;
    const QStringList both = disputed(change, conflict, table);
    for (size_t i = 0; i < conflict.theirs.size() && i < table.columns.size(); ++i) {
        const QString &name = table.columns[i].name;
        const bool given = both.contains(name) && !resolution.mine.contains(name);
        if (given || (after.values.contains(name) && sameValue(after.values.value(name), conflict.theirs[i])))
            after.values.remove(name);
    }
    return after.values.isEmpty() ? std::nullopt : std::optional(after);
}

QStringList partlyRead(const RowChange &change, const schema::Table &table)
{
    QStringList columns;
    for (size_t i = 0; i < change.before.size() && i < table.columns.size(); ++i) {
        if (change.before[i].isPart() && !change.values.contains(table.columns[i].name))
            columns.append(table.columns[i].name);
    }
    return columns;
}

QMap<QString, Value> valuesOfRow(const std::vector<Value> &row, const schema::Table &table)
{
    QMap<QString, Value> values;
    for (size_t i = 0; i < row.size() && i < table.columns.size(); ++i) {
        const schema::Column &column = table.columns[i];
        if (!column.computed && !row[i].isPart())
            values.insert(column.name, row[i]);
    }
    return values;
}

} // namespace joinery::session
