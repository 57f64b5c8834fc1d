// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/row_source.h"

namespace joinery::session {

/// What a SELECT asks for to get rows of a source: the table's columns and, behind them, the row's address where that is
/// the key. Cells above driver::kShownCells come in part; where the table may hold large ones (RowSource::hasLargeCells)
/// the engine cuts them, so that they are not even sent. Refers to both arguments.
class RowColumns
{
public:
    RowColumns(const dialect::Dialect &dialect, const RowSource &source);

    /// For SELECT; `alias` of the table, may be empty.
    QString text(const QString &alias = {}) const;
    /// A column as SQL: an address is a word of the engine, quoted it would be a column of that name.
    QString name(const QString &column) const;
    /// Sets the limit, for a result of text().
    static driver::RowBlock block();
    /// What a result of text() says, as rows of the source.
    driver::RowBlock rows(driver::RowBlock read) const;

private:
    int columnCount() const { return m_source.columnCount() + (isByAddress() ? 1 : 0); }
    bool isByAddress() const { return m_source.key.kind == RowKey::Kind::Address; }
    std::optional<dialect::CellPieces> piecesOf(const schema::Column &column, const QString &prefix) const;

    const dialect::Dialect &m_dialect;
    const RowSource &m_source;
};

} // namespace joinery::session
