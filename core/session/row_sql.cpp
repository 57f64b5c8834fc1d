// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/row_sql.h"

#include <algorithm>

namespace joinery::session {

using driver::Value;

RowSql &RowSql::add(const QString &text)
{
    m_sql += text;
    m_text += text;
    return *this;
}

RowSql &RowSql::addColumn(const QString &column)
{
    const bool address = m_key.kind == RowKey::Kind::Address && column == m_key.columns.front() && !m_table.column(column);
    return add(address ? column : m_dialect.quote(column));
}

RowSql &RowSql::addValue(const RowCell &cell)
{
    const schema::Column *column = m_table.column(cell.column);
    if (cell.value && cell.value->isDefault())
        return add(defaultText(column));
    if (cell.value && cell.value->isNull())
        return add(QStringLiteral("NULL"));
    const QString place = m_dialect.placeholder(++m_places);
    m_sql += place;
    m_text += cell.value ? m_dialect.literal(*cell.value, column ? column->type : schema::Type()) : place;
    if (cell.value)
        m_parameters.push_back(*cell.value);
    return *this;
}

QString RowSql::defaultText(const schema::Column *column) const
{
    if (m_dialect.capabilities().defaultKeyword)
        return QStringLiteral("DEFAULT");
    if (!column || !column->defaultValue)
        return QStringLiteral("NULL");
    return column->defaultValue->kind == schema::Default::Kind::Literal
               ? m_dialect.literal(Value::text(column->defaultValue->text), column->type)
               : QString(u"(" % column->defaultValue->text % u")");
}

RowSql &RowSql::insertInto(std::span<const RowCell> cells)
{
    add(u"INSERT INTO " % m_dialect.quote(m_table.name));
    // MySQL has no DEFAULT VALUES, and the others no empty list.
    if (cells.empty())
        return add(m_dialect.capabilities().inlineEnums ? QStringLiteral(" () VALUES ()") : QStringLiteral(" DEFAULT VALUES"));
    QString separator = QStringLiteral(" (");
    for (const RowCell &cell : cells)
        add(std::exchange(separator, QStringLiteral(", "))).addColumn(cell.column);
    // A number of the engine's own making is given only to make a row again as it was.
    const bool numbered = std::ranges::any_of(cells, [this](const RowCell &cell) {
        const schema::Column *column = m_table.column(cell.column);
        return column && column->identity && column->identity->kind == schema::Identity::Kind::Always && cell.value
               && !cell.value->isDefault();
    });
    separator = numbered ? QStringLiteral(") OVERRIDING SYSTEM VALUE VALUES (") : QStringLiteral(") VALUES (");
    for (const RowCell &cell : cells)
        add(std::exchange(separator, QStringLiteral(", "))).addValue(cell);
    return add(QStringLiteral(")"));
}

RowSql &RowSql::update(std::span<const RowCell> cells)
{
    QString separator = u"UPDATE " % m_dialect.quote(m_table.name) % u" SET ";
    for (const RowCell &cell : cells)
        add(std::exchange(separator, QStringLiteral(", "))).addColumn(cell.column).add(QStringLiteral(" = ")).addValue(cell);
    return *this;
}

RowSql &RowSql::deleteFrom() { return add(u"DELETE FROM " % m_dialect.quote(m_table.name)); }

RowSql &RowSql::select()
{
    QString separator = QStringLiteral("SELECT ");
    for (const schema::Column &column : m_table.columns)
        add(std::exchange(separator, QStringLiteral(", "))).addColumn(column.name);
    if (m_key.kind == RowKey::Kind::Address)
        add(separator).addColumn(m_key.columns.front());
    return add(u" FROM " % m_dialect.quote(m_table.name));
}

RowSql &RowSql::where(std::span<const RowCell> cells)
{
    QString separator = QStringLiteral(" WHERE ");
    for (const RowCell &cell : cells) {
        add(std::exchange(separator, QStringLiteral(" AND "))).addColumn(cell.column);
        if (cell.value && cell.value->isNull())
            add(QStringLiteral(" IS NULL"));
        else
            add(QStringLiteral(" = ")).addValue(cell);
    }
    return *this;
}

RowSql &RowSql::returning(const QStringList &columns)
{
    QString separator = QStringLiteral(" RETURNING ");
    for (const QString &column : columns)
        add(std::exchange(separator, QStringLiteral(", "))).addColumn(column);
    return *this;
}

} // namespace joinery::session
