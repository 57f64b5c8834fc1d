// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/catalog_rows.h"
#include "core/dialect/postgresql/postgresql_dialect.h"

namespace joinery::dialect {

// What is large stands beside its table (TOAST, https://www.postgresql.org/docs/current/storage-toast.html), compressed to
// a hundredth at best. A partitioned table and a foreign one do not say.
Result<bool> PostgresqlDialect::mayHoldLargeCells(driver::Connection &connection, const schema::Name &table, const CancelToken &token) const
{
    const QString schema = table.schema.isEmpty() ? QStringLiteral("coalesce(current_schema(), 'public')") : textLiteral(table.schema.toUtf8());
    const QString sql = QStringLiteral("SELECT c.relkind IN ('p', 'f') OR (c.reltoastrelid <> 0 AND pg_catalog.pg_relation_size(c.reltoastrelid) > 131072) "
                                       "FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
                                       "WHERE n.nspname = %1 AND c.relname = %2 AND c.relkind IN ('r', 'm', 'p', 'f')")
                            .arg(schema, textLiteral(table.name.toUtf8()));
    JOINERY_TRY_VALUE(const CatalogRows rows, CatalogRows::fetch(connection, sql, token));
    return rows.count() == 1 && rows.flag(0, 0);
}

std::optional<CellPieces> PostgresqlDialect::cellPieces(const schema::Table &, const schema::Column &column, const QString &prefix) const
{
    using enum schema::TypeKind;
    const QString cell = prefix % quote(column.name);
    CellPieces pieces;
    pieces.whole = cell;
    pieces.inCharacters = true;
    switch (column.type.kind) {
    case Text: break;
    case String:
        if (column.type.length && *column.type.length < 65536)
            return std::nullopt;
        break;
    case LargeBinary:
        pieces.inCharacters = false;
        pieces.tag = driver::ValueTag::Bytes;
        break;
    case Json:
        pieces.whole = cell % u"::text";
        pieces.tag = driver::ValueTag::Lexical;
        break;
    default: return std::nullopt;
    }
    pieces.bytes = u"octet_length(" % pieces.whole % u')';
    pieces.pieceStart = u"substr(" % pieces.whole % u", ";
    pieces.pieceEnd = QStringLiteral(")");
    return pieces;
}

} // namespace joinery::dialect
