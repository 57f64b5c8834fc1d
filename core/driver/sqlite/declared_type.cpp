// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/sqlite/declared_type.h"

#include <QHash>
#include <QRegularExpression>

namespace joinery::driver::sqlite {

using schema::Type;
using schema::TypeKind;

Type declaredType(const QString &declaration)
{
    static const QHash<QString, TypeKind> kinds{
        {QStringLiteral("INT"), TypeKind::Integer}, {QStringLiteral("INTEGER"), TypeKind::Integer},
        {QStringLiteral("TINYINT"), TypeKind::SmallInteger}, {QStringLiteral("SMALLINT"), TypeKind::SmallInteger},
        {QStringLiteral("MEDIUMINT"), TypeKind::Integer}, {QStringLiteral("BIGINT"), TypeKind::BigInteger},
        {QStringLiteral("BOOLEAN"), TypeKind::Boolean}, {QStringLiteral("BOOL"), TypeKind::Boolean},
        {QStringLiteral("REAL"), TypeKind::Double}, {QStringLiteral("DOUBLE"), TypeKind::Double},
        {QStringLiteral("DOUBLE PRECISION"), TypeKind::Double}, {QStringLiteral("FLOAT"), TypeKind::Float},
        {QStringLiteral("NUMERIC"), TypeKind::Numeric}, {QStringLiteral("DECIMAL"), TypeKind::Numeric},
        {QStringLiteral("VARCHAR"), TypeKind::String}, {QStringLiteral("NVARCHAR"), TypeKind::String},
        {QStringLiteral("CHARACTER VARYING"), TypeKind::String}, {QStringLiteral("CHAR"), TypeKind::Char},
        {QStringLiteral("CHARACTER"), TypeKind::Char}, {QStringLiteral("NCHAR"), TypeKind::Char},
        {QStringLiteral("TEXT"), TypeKind::Text}, {QStringLiteral("CLOB"), TypeKind::Text},
        {QStringLiteral("BLOB"), TypeKind::LargeBinary}, {QStringLiteral("DATE"), TypeKind::Date},
        {QStringLiteral("TIME"), TypeKind::Time}, {QStringLiteral("DATETIME"), TypeKind::DateTime},
        {QStringLiteral("TIMESTAMP"), TypeKind::DateTime}, {QStringLiteral("JSON"), TypeKind::Json},
    };
    static const QRegularExpression shape(QStringLiteral(R"(\A\s*([A-Za-z ]+?)\s*(?:\(\s*(\d+)\s*(?:,\s*(\d+)\s*)?\))?\s*\z)"));

    Type type = Type::native(QStringLiteral("sqlite"), declaration);
    const QRegularExpressionMatch match = shape.match(declaration);
    const auto kind = kinds.constFind(match.captured(1).toUpper().simplified());
    if (kind == kinds.cend())
        return type;
    type.kind = *kind;
    if (const QString first = match.captured(2); !first.isEmpty()) {
        if (type.kind == TypeKind::Numeric)
            type.precision = first.toInt();
        else if (type.kind == TypeKind::String || type.kind == TypeKind::Char || type.kind == TypeKind::LargeBinary)
            type.length = first.toInt();
    }
    if (const QString second = match.captured(3); !second.isEmpty() && type.kind == TypeKind::Numeric)
        type.scale = second.toInt();
    return type;
}

} // namespace joinery::driver::sqlite
