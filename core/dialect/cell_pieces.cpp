// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/dialect.h"

namespace joinery::dialect {

QString CellPieces::piece(qint64 from, qint64 count) const
{
    return pieceStart % QString::number(from) % u", " % QString::number(count) % pieceEnd;
}

Result<bool> Dialect::mayHoldLargeCells(driver::Connection &, const schema::Name &, const CancelToken &) const { return false; }

std::optional<CellPieces> Dialect::cellPieces(const schema::Table &, const schema::Column &, const QString &) const
{
    return std::nullopt;
}

} // namespace joinery::dialect
