// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/catalog_rows.h"
#include "core/dialect/sqlite/sqlite_dialect.h"

namespace joinery::dialect {

namespace {

constexpr qint64 kSmallFile = 16 * 1024 * 1024;

} // namespace

// A cell is no larger than the file. The pieces come from the driver's own functions (driver/sqlite/cell_functions.h),
// which read texts in UTF-8 alone.
Result<bool> SqliteDialect::mayHoldLargeCells(driver::Connection &connection, const schema::Name &table, const CancelToken &token) const
{
    const QString schema = textLiteral((table.schema.isEmpty() ? QStringLiteral("main") : table.schema).toUtf8());
    const QString sql = QStringLiteral("SELECT page_count * page_size, encoding FROM pragma_page_count(%1), pragma_page_size(%1), "
                                       "pragma_encoding").arg(schema);
    JOINERY_TRY_VALUE(const CatalogRows rows, CatalogRows::fetch(connection, sql, token));
    return rows.count() == 1 && rows.integer(0, 0) > kSmallFile && rows.text(0, 1) == u"UTF-8";
}

std::optional<CellPieces> SqliteDialect::cellPieces(const schema::Table &table, const schema::Column &column, const QString &prefix) const
{
    using enum schema::TypeKind;
    const schema::TypeKind kind = column.type.kind;
    const bool mayBeLarge = kind == Text || kind == String || kind == Char || kind == LargeBinary || kind == Json || kind == Native;
    const QStringList &addresses = capabilities().rowAddresses;
    const auto address = std::ranges::find_if(addresses, [&](const QString &name) { return !table.column(name); });
    if (!mayBeLarge || column.computed || address == addresses.end() || table.options.contains(QStringLiteral("without_rowid")))
        return std::nullopt;
    const QString cell = prefix % quote(column.name);
    const QString place = textLiteral((table.name.schema.isEmpty() ? QStringLiteral("main") : table.name.schema).toUtf8()) % u", "
                          % textLiteral(table.name.name.toUtf8()) % u", " % textLiteral(column.name.toUtf8()) % u", " % prefix % *address;
    CellPieces pieces;
    pieces.bytes = u"joinery_cell_bytes(" % place % u')';
    pieces.whole = cell;
    pieces.pieceStart = u"joinery_cell_piece(" % place % u", typeof(" % cell % u"), ";
    pieces.pieceEnd = QStringLiteral(")");
    pieces.tag = kind == LargeBinary ? driver::ValueTag::Bytes : driver::ValueTag::Text;
    return pieces;
}

} // namespace joinery::dialect
