// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/row_key.h"

#include <algorithm>

namespace joinery::session {

using schema::TypeKind;

namespace {

bool isUsable(const schema::Table &table, const QStringList &columns, const dialect::Capabilities &capabilities)
{
    return !columns.isEmpty() && std::all_of(columns.begin(), columns.end(), [&](const QString &name) {
        const schema::Column *column = table.column(name);
        return column && isComparable(column->type, capabilities);
    });
}

bool isNeverNull(const schema::Table &table, const QStringList &columns)
{
    return std::all_of(columns.begin(), columns.end(), [&](const QString &name) { return !table.column(name)->nullable; });
}

bool areSeekable(const schema::Table &table, const QStringList &columns, const dialect::Capabilities &capabilities)
{
    return std::all_of(columns.begin(), columns.end(), [&](const QString &name) {
        return isSeekable(table.column(name)->type, capabilities);
    });
}

} // namespace

// SQLite: INTEGER PRIMARY KEY, and nothing that is only similar. Into every other primary key it lets NULL.
bool isAddressAlias(const schema::Table &table, const QStringList &columns, const dialect::Capabilities &capabilities)
{
    if (!capabilities.rowAddressOrders || columns.size() != 1 || table.options.contains(QStringLiteral("without_rowid")))
        return false;
    const schema::Column *column = table.column(columns.front());
    if (!column)
        return false;
    return column->type.nativeText.isEmpty() ? column->type.kind == TypeKind::Integer
                                             : column->type.nativeText.compare(u"INTEGER", Qt::CaseInsensitive) == 0;
}

bool isComparable(const schema::Type &type, const dialect::Capabilities &capabilities)
{
    switch (type.kind) {
    case TypeKind::Json: return type.binary || capabilities.looseTypes; // jsonb; SQLite's is text
    case TypeKind::Float: return !capabilities.inexactSingleFloats;
    case TypeKind::Array: return !type.element.empty() && isComparable(type.element.front(), capabilities);
    case TypeKind::Native: return capabilities.looseTypes || type.nativeDialect.isEmpty();
    case TypeKind::Boolean: case TypeKind::SmallInteger: case TypeKind::Integer: case TypeKind::BigInteger:
    case TypeKind::Double: case TypeKind::Numeric: case TypeKind::String: case TypeKind::Char: case TypeKind::Text:
    case TypeKind::LargeBinary: case TypeKind::Date: case TypeKind::Time: case TypeKind::DateTime: case TypeKind::Interval:
    case TypeKind::Uuid: case TypeKind::Enum: return true;
    }
    Q_UNREACHABLE();
}

bool isSeekable(const schema::Type &type, const dialect::Capabilities &capabilities)
{
    // An inline enum is ordered by its position and compared with a string by its text.
    if (type.kind == TypeKind::Enum && capabilities.inlineEnums)
        return false;
    return isComparable(type, capabilities);
}

RowKey chooseRowKey(const schema::Table &table, bool isView, const dialect::Capabilities &capabilities)
{
    RowKey key;
    if (isView)
        return key;
    const auto take = [&](RowKey::Kind kind, const QStringList &columns, const QString &name) {
        if (!isUsable(table, columns, capabilities))
            return false;
        if (!isAddressAlias(table, columns, capabilities) && !isNeverNull(table, columns)
            && !(kind == RowKey::Kind::PrimaryKey && !capabilities.looseTypes))
            return false;
        key = {kind, columns, name, areSeekable(table, columns, capabilities)};
        return true;
    };
    if (table.primaryKey && take(RowKey::Kind::PrimaryKey, table.primaryKey->columns, table.primaryKey->name))
        return key;
    for (const schema::Unique &unique : table.uniques) {
        if (take(RowKey::Kind::Unique, unique.columns, unique.name))
            return key;
    }
    for (const schema::Index &index : table.indexes) {
        QStringList columns;
        for (const schema::IndexItem &item : index.items) {
            if (!item.column.isEmpty() && !item.length)
                columns.append(item.column);
        }
        if (index.unique && index.where.isEmpty() && columns.size() == qsizetype(index.items.size())
            && take(RowKey::Kind::Unique, columns, index.name))
            return key;
    }
    if (capabilities.rowid && !table.options.contains(QStringLiteral("without_rowid"))) {
        for (const QString &address : capabilities.rowAddresses) {
            if (!table.column(address))
                return {RowKey::Kind::Address, {address}, {}, capabilities.rowAddressOrders};
        }
    }
    return key;
}

} // namespace joinery::session
