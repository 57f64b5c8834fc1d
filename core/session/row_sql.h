// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/row_key.h"

#include <span>

namespace joinery::session {

/// A column in a statement on one row, and the value there. A null pointer stands for a parameter that is bound later: the
/// same text serves every row.
struct RowCell
{
    QString column;
    const driver::Value *value = nullptr;
};

/// Writes statements on single rows, and their reading form with literals beside them, so that the two cannot differ but
/// in the values.
class RowSql
{
public:
    RowSql(const dialect::Dialect &dialect, const schema::Table &table, RowKey key = {})
        : m_dialect(dialect), m_table(table), m_key(std::move(key))
    {}

    RowSql &insertInto(std::span<const RowCell> cells);
    RowSql &update(std::span<const RowCell> cells);
    RowSql &deleteFrom();
    /// Every column, and the row's address behind them where it is the key.
    RowSql &select();
    RowSql &where(std::span<const RowCell> cells);
    RowSql &returning(const QStringList &columns);
    RowSql &add(const QString &text);
    RowSql &addColumn(const QString &column);
    /// The value as a parameter; NULL and the default are words.
    RowSql &addValue(const RowCell &cell);

    const QString &sql() const { return m_sql; }
    const QString &text() const { return m_text; }
    /// In the order of the text, without those that are bound later.
    std::vector<driver::Value> takeParameters() { return std::move(m_parameters); }

private:
    QString defaultText(const schema::Column *column) const;

    const dialect::Dialect &m_dialect;
    const schema::Table &m_table;
    RowKey m_key;
    QString m_sql, m_text;
    std::vector<driver::Value> m_parameters;
    int m_places = 0;
};

} // namespace joinery::session
