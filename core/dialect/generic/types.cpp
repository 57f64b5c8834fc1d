// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/generic/generic_dialect.h"
#include "core/dialect/type_text.h"

namespace joinery::dialect {

using schema::Type;
using schema::TypeKind;

namespace {

QString sized(const char *name, const std::optional<int> &size)
{
    return size ? QStringLiteral("%1(%2)").arg(QLatin1String(name)).arg(*size) : QString::fromLatin1(name);
}

} // namespace

QString GenericDialect::typeText(const Type &type) const
{
    if (!type.nativeText.isEmpty() && type.nativeDialect == name())
        return type.nativeText;
    switch (type.kind) {
    case TypeKind::Boolean: return QStringLiteral("BOOLEAN");
    case TypeKind::SmallInteger: return QStringLiteral("SMALLINT");
    case TypeKind::Integer: return QStringLiteral("INTEGER");
    case TypeKind::BigInteger: return QStringLiteral("BIGINT");
    case TypeKind::Float: return sized("FLOAT", type.precision);
    case TypeKind::Double: return QStringLiteral("DOUBLE PRECISION");
    case TypeKind::Numeric:
        return type.precision && type.scale ? QStringLiteral("NUMERIC(%1, %2)").arg(*type.precision).arg(*type.scale)
                                            : sized("NUMERIC", type.precision);
    case TypeKind::String: return sized("VARCHAR", type.length);
    case TypeKind::Char: return sized("CHAR", type.length);
    case TypeKind::Text: return QStringLiteral("CLOB");
    case TypeKind::LargeBinary: return sized("BLOB", type.length);
    case TypeKind::Date: return QStringLiteral("DATE");
    case TypeKind::Time: return sized("TIME", type.precision) + QLatin1String(type.timezone ? " WITH TIME ZONE" : "");
    case TypeKind::DateTime:
        return sized("TIMESTAMP", type.precision) + QLatin1String(type.timezone ? " WITH TIME ZONE" : "");
    case TypeKind::Interval: return QStringLiteral("TIMESTAMP");
    case TypeKind::Json: return QStringLiteral("CLOB");
    case TypeKind::Uuid: return QStringLiteral("CHAR(32)");
    case TypeKind::Enum: {
        qsizetype longest = type.enumValues.isEmpty() ? 255 : 1;
        for (const QString &value : type.enumValues)
            longest = std::max(longest, value.size());
        return QStringLiteral("VARCHAR(%1)").arg(longest);
    }
    case TypeKind::Array:
    case TypeKind::Native: return QStringLiteral("CLOB");
    }
    return {};
}

Type GenericDialect::parseType(const QString &text) const
{
    const TypeText parts = TypeText::parse(text);
    if (parts.name != QLatin1String("json") && parts.name != QLatin1String("uuid")) {
        if (std::optional<Type> known = Type::fromString(text))
            return *known;
    }
    return Type::native(name(), text);
}

} // namespace joinery::dialect
