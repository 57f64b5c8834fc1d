// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/keyed_rows.h"

#include "core/session/one_row.h"
#include "core/session/row_columns.h"
#include "core/session/row_sql.h"

#include <QHash>

namespace joinery::session {

using driver::RowBlock;
using driver::Value;

namespace {

std::vector<Value> rowOf(const RowBlock &block, int row)
{
    std::vector<Value> values;
    for (int column = 0; column < block.columnCount(); ++column)
        values.push_back(block.value(row, column));
    return values;
}

// Typed and read keys have other tags and the same text.
QByteArray textOf(const RowKeyValues &key)
{
    QByteArray text;
    for (const Value &value : key)
        text += value.toText().toUtf8() + '\0';
    return text;
}

// One key alone, judged by the server: it knows more spellings of a value than one.
Status readAlone(driver::Connection &connection, const dialect::Dialect &dialect, const RowSource &source, const RowKeyValues &key, bool locked,
                 const CancelToken &token, KeyedRow &found)
{
    const KeyedSelect select = selectByKey(dialect, source, key, locked);
    JOINERY_TRY_VALUE(RowBlock read, connection.fetch(select.sql, select.parameters, token, driver::kShownCells));
    const RowBlock block = RowColumns(dialect, source).rows(std::move(read));
    found.count = block.rowCount();
    if (found.count > 0)
        found.values = rowOf(block, 0);
    return {};
}

} // namespace

Result<std::vector<KeyedRow>> readKeyed(driver::Connection &connection, const dialect::Dialect &dialect, const RowSource &source,
                                        std::span<const RowKeyValues> keys, bool locked, const CancelToken &token)
{
    std::vector<KeyedRow> found(keys.size());
    if (keys.size() > 1) {
        QHash<QByteArray, size_t> places;
        for (size_t i = 0; i < keys.size(); ++i)
            places.insert(textOf(keys[i]), i);
        QStringList columns;
        for (const QString &column : source.key.columns)
            columns.append(source.table.column(column) ? dialect.quote(column) : column);
        std::vector<Value> parameters;
        RowSql row(dialect, source.table, source.key);
        const RowColumns wanted(dialect, source);
        row.add(u"SELECT " % wanted.text() % u" FROM " % dialect.quote(source.table.name)).add(whereKeyIn(columns, keys, [&](const Value &value) {
            parameters.push_back(value);
            return dialect.placeholder(int(parameters.size()));
        }));
        if (locked && dialect.capabilities().lockingReads)
            row.add(QStringLiteral(" FOR UPDATE"));
        JOINERY_TRY_VALUE(RowBlock read, connection.fetch(row.sql(), parameters, token, driver::kShownCells));
        const RowBlock block = wanted.rows(std::move(read));
        for (int at = 0; at < block.rowCount(); ++at) {
            const auto place = places.constFind(textOf(source.keyOf(block, at)));
            if (place == places.constEnd())
                continue;
            KeyedRow &row = found[*place];
            if (row.count++ == 0)
                row.values = rowOf(block, at);
        }
    }
    for (size_t i = 0; i < keys.size(); ++i) {
        if (found[i].count == 0)
            JOINERY_TRY(readAlone(connection, dialect, source, keys[i], locked, token, found[i]));
    }
    return found;
}

} // namespace joinery::session
