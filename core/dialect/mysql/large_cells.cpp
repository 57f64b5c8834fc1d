// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/mysql/mysql_dialect.h"

namespace joinery::dialect {

// The statistics of a table's size come late, and the types tell: TEXT and BLOB end at 64 KB.
Result<bool> MysqlDialect::mayHoldLargeCells(driver::Connection &, const schema::Name &, const CancelToken &) const { return true; }

// MySQL's JSON is never larger than a packet and comes whole; MariaDB's is a LONGTEXT.
std::optional<CellPieces> MysqlDialect::cellPieces(const schema::Table &, const schema::Column &column, const QString &prefix) const
{
    static const QStringList large{QStringLiteral("mediumtext"), QStringLiteral("longtext"), QStringLiteral("mediumblob"),
                                   QStringLiteral("longblob")};
    if (!large.contains(typeText(column.type).toLower()))
        return std::nullopt;
    const QString cell = prefix % quote(column.name);
    const bool isBlob = column.type.kind == schema::TypeKind::LargeBinary;
    CellPieces pieces;
    pieces.bytes = u"LENGTH(" % cell % u')';
    pieces.whole = cell;
    pieces.pieceStart = u"SUBSTRING(" % cell % u", ";
    pieces.pieceEnd = QStringLiteral(")");
    pieces.inCharacters = !isBlob;
    pieces.tag = isBlob ? driver::ValueTag::Bytes : driver::ValueTag::Text;
    return pieces;
}

} // namespace joinery::dialect
