// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/sqlite/sqlite_dialect.h"

#include <QStringDecoder>

#include <cmath>

namespace joinery::dialect {

const Capabilities &SqliteDialect::capabilities() const
{
    static const Capabilities sqlite{.transactionalDdl = true, .partialIndexes = true, .expressionIndexes = true,
                                     .returning = true, .rowid = true,
                                     .rowAddresses = {QStringLiteral("rowid"), QStringLiteral("_rowid_"), QStringLiteral("oid")},
                                     .rowAddressOrders = true, .looseTypes = true};
    return sqlite;
}

// A literal ends at a NUL for the parser, and invalid UTF-8 would not survive QString: both go as bytes.
QString SqliteDialect::textLiteral(const QByteArray &utf8) const
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(utf8);
    if (decoder.hasError() || utf8.contains('\0'))
        return QLatin1String("CAST(X'") + QString::fromLatin1(utf8.toHex()) + QLatin1String("' AS TEXT)");
    return GenericDialect::textLiteral(utf8);
}

QString SqliteDialect::realLiteral(double value) const
{
    if (std::isnan(value)) // SQLite stores NaN as NULL
        return QStringLiteral("NULL");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("9e999") : QStringLiteral("-9e999");
    return GenericDialect::realLiteral(value);
}

QString SqliteDialect::booleanLiteral(bool value) const { return value ? QStringLiteral("1") : QStringLiteral("0"); }

ShadowSql SqliteDialect::shadowSql() const
{
    ShadowSql sql;
    sql.wholeFile = QStringLiteral("VACUUM INTO %1");
    sql.prepare = QStringList{QStringLiteral("PRAGMA foreign_keys = OFF")};
    // A rebuilt table stands on another page.
    sql.storage = QStringLiteral("SELECT name, rootpage FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'");
    return sql;
}

} // namespace joinery::dialect
