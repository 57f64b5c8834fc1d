// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/related_rows.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace joinery::ui {

using driver::Value;
using session::ColumnFilter;

namespace {

/// The rows of a table whose `columns` hold the values; nothing where one of them is NULL.
std::optional<RelatedRows> rowsWhere(const schema::Name &table, const QStringList &columns, const std::vector<Value> &values,
                                     const QString &connection)
{
    if (columns.isEmpty() || columns.size() != qsizetype(values.size()))
        return std::nullopt;
    std::vector<ColumnFilter> filters;
    QStringList words;
    for (size_t i = 0; i < values.size(); ++i) {
        if (values[i].isNull() || values[i].isDefault())
            return std::nullopt;
        const QString &column = columns.at(qsizetype(i));
        filters.push_back({column, ColumnFilter::Kind::OneOf, {values[i]}});
        const QString text = values[i].toText().simplified();
        words.append(column % u" = " % (text.size() > 24 ? QString(text.left(23) % u'…') : text));
    }
    RelatedRows rows;
    rows.text = QString(table.toString() % u" (" % words.join(QStringLiteral(", ")) % u')');
    rows.location.kind = Location::Kind::Table;
    rows.location.connection = connection;
    rows.location.name = table;
    rows.location.text = filtersToText(filters);
    return rows;
}

} // namespace

QStringList referredColumns(const schema::Catalog &catalog, const schema::ForeignKey &key)
{
    if (!key.referredColumns.isEmpty())
        return key.referredColumns;
    const schema::Table *table = catalog.table(key.referredTable);
    return table && table->primaryKey ? table->primaryKey->columns : QStringList();
}

std::optional<RelatedRows> referredRow(const schema::Catalog &catalog, const schema::Table &table, const QString &column,
                                       const QString &connection, const ValueOf &valueOf)
{
    for (const schema::ForeignKey &key : table.foreignKeys) {
        if (!key.columns.contains(column))
            continue;
        std::vector<Value> values;
        for (const QString &name : key.columns)
            values.push_back(valueOf(name));
        return rowsWhere(key.referredTable, referredColumns(catalog, key), values, connection);
    }
    return std::nullopt;
}

std::vector<RelatedRows> referringRows(const schema::Catalog &catalog, const schema::Table &table, const QString &connection,
                                       const ValueOf &valueOf)
{
    std::vector<RelatedRows> all;
    for (const schema::Table &other : catalog.tables) {
        for (const schema::ForeignKey &key : other.foreignKeys) {
            if (key.referredTable != table.name)
                continue;
            std::vector<Value> values;
            for (const QString &name : referredColumns(catalog, key))
                values.push_back(valueOf(name));
            if (auto rows = rowsWhere(other.name, key.columns, values, connection))
                all.push_back(*std::move(rows));
        }
    }
    return all;
}

QString filtersToText(const std::vector<ColumnFilter> &filters)
{
    if (filters.empty())
        return {};
    QJsonArray json;
    for (const ColumnFilter &filter : filters)
        json.append(session::toJson(filter));
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::vector<ColumnFilter> filtersFromText(const QString &text)
{
    std::vector<ColumnFilter> filters;
    for (const QJsonValue &item : QJsonDocument::fromJson(text.toUtf8()).array()) {
        if (Result<ColumnFilter> filter = session::columnFilterFromJson(item.toObject()))
            filters.push_back(*std::move(filter));
    }
    return filters;
}

} // namespace joinery::ui
