// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"

namespace joinery::dialect {

/// The answer of a catalogue query, read by position. NULL reads as empty, 0 or nothing.
class CatalogRows
{
public:
    static Result<CatalogRows> fetch(driver::Connection &connection, const QString &sql, const CancelToken &token,
                                     std::span<const driver::Value> parameters = {});

    int count() const { return m_rows.rowCount(); }
    bool isNull(int row, int column) const { return m_rows.isNull(row, column); }
    QString text(int row, int column) const;
    qint64 integer(int row, int column) const;
    std::optional<qint64> optionalInteger(int row, int column) const;
    /// PostgreSQL's true, "t", "YES", 1: yes.
    bool flag(int row, int column) const;

private:
    explicit CatalogRows(driver::RowBlock rows) : m_rows(std::move(rows)) {}
    driver::RowBlock m_rows;
};

} // namespace joinery::dialect
