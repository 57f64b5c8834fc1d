// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/catalog_rows.h"

namespace joinery::dialect {

using driver::ValueTag;

Result<CatalogRows> CatalogRows::fetch(driver::Connection &connection, const QString &sql, const CancelToken &token,
                                       std::span<const driver::Value> parameters)
{
    JOINERY_TRY_VALUE(driver::RowBlock rows, connection.fetch(sql, parameters, token));
    return CatalogRows(std::move(rows));
}

QString CatalogRows::text(int row, int column) const
{
    switch (m_rows.tag(row, column)) {
    case ValueTag::Null:
    case ValueTag::Default:
        return {};
    case ValueTag::Text:
    case ValueTag::Lexical:
    case ValueTag::Bytes: // MySQL's catalogue gives some texts as longblob
        return QString::fromUtf8(m_rows.bytes(row, column));
    case ValueTag::Boolean:
    case ValueTag::Integer:
    case ValueTag::Unsigned:
    case ValueTag::Real:
        break;
    }
    return m_rows.value(row, column).toText();
}

std::optional<qint64> CatalogRows::optionalInteger(int row, int column) const
{
    if (isNull(row, column))
        return {};
    if (m_rows.tag(row, column) == ValueTag::Integer)
        return m_rows.integer(row, column);
    bool ok = false;
    const qint64 number = text(row, column).toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

qint64 CatalogRows::integer(int row, int column) const { return optionalInteger(row, column).value_or(0); }

bool CatalogRows::flag(int row, int column) const
{
    if (m_rows.tag(row, column) == ValueTag::Boolean)
        return m_rows.boolean(row, column);
    const QString word = text(row, column).toLower();
    return word == QLatin1String("t") || word == QLatin1String("true") || word == QLatin1String("yes")
        || (!word.isEmpty() && word.toLongLong() != 0);
}

} // namespace joinery::dialect
