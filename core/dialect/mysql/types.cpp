// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/mysql/mysql_dialect.h"
#include "core/dialect/type_text.h"

#include <QHash>

namespace joinery::dialect {

using schema::Type;
using schema::TypeKind;

namespace {

/// What a type's name says. Where `width` is the display width that MariaDB shows by itself, or `exact` is set, the
/// kind says all of it; otherwise the engine's spelling is kept.
struct Known
{
    TypeKind kind;
    bool exact = true;
    int width = 0;
    int unsignedWidth = 0;
};

const QHash<QString, Known> &kinds()
{
    static const QHash<QString, Known> map{
        {QStringLiteral("bool"), {TypeKind::Boolean}}, {QStringLiteral("boolean"), {TypeKind::Boolean}},
        {QStringLiteral("tinyint"), {TypeKind::SmallInteger, false}},
        {QStringLiteral("smallint"), {TypeKind::SmallInteger, true, 6, 5}},
        {QStringLiteral("mediumint"), {TypeKind::Integer, false}},
        {QStringLiteral("int"), {TypeKind::Integer, true, 11, 10}},
        {QStringLiteral("integer"), {TypeKind::Integer, true, 11, 10}},
        {QStringLiteral("bigint"), {TypeKind::BigInteger, true, 20, 20}},
        {QStringLiteral("float"), {TypeKind::Float}}, {QStringLiteral("double"), {TypeKind::Double}},
        {QStringLiteral("double precision"), {TypeKind::Double}}, {QStringLiteral("real"), {TypeKind::Double}},
        {QStringLiteral("decimal"), {TypeKind::Numeric}}, {QStringLiteral("numeric"), {TypeKind::Numeric}},
        {QStringLiteral("dec"), {TypeKind::Numeric}}, {QStringLiteral("varchar"), {TypeKind::String}},
        {QStringLiteral("char"), {TypeKind::Char}}, {QStringLiteral("text"), {TypeKind::Text}},
        {QStringLiteral("tinytext"), {TypeKind::Text, false}}, {QStringLiteral("mediumtext"), {TypeKind::Text, false}},
        {QStringLiteral("longtext"), {TypeKind::Text, false}}, {QStringLiteral("blob"), {TypeKind::LargeBinary}},
        {QStringLiteral("tinyblob"), {TypeKind::LargeBinary, false}},
        {QStringLiteral("mediumblob"), {TypeKind::LargeBinary, false}},
        {QStringLiteral("longblob"), {TypeKind::LargeBinary, false}},
        {QStringLiteral("varbinary"), {TypeKind::LargeBinary, false}},
        {QStringLiteral("binary"), {TypeKind::LargeBinary, false}}, {QStringLiteral("date"), {TypeKind::Date}},
        {QStringLiteral("time"), {TypeKind::Time}}, {QStringLiteral("datetime"), {TypeKind::DateTime}},
        {QStringLiteral("timestamp"), {TypeKind::DateTime, false}}, {QStringLiteral("json"), {TypeKind::Json}},
        {QStringLiteral("uuid"), {TypeKind::Uuid, false}}, {QStringLiteral("enum"), {TypeKind::Enum}}};
    return map;
}

QString sized(const char *name, const std::optional<int> &size)
{
    return size && *size > 0 ? QStringLiteral("%1(%2)").arg(QLatin1String(name)).arg(*size) : QString::fromLatin1(name);
}

} // namespace

QString MysqlDialect::typeText(const Type &type) const
{
    if (!type.nativeText.isEmpty() && type.nativeDialect == name())
        return type.nativeText;
    const QLatin1String sign(type.isUnsigned ? " unsigned" : "");
    switch (type.kind) {
    case TypeKind::Boolean: return QStringLiteral("tinyint(1)");
    case TypeKind::SmallInteger: return QLatin1String("smallint") + sign;
    case TypeKind::Integer: return QLatin1String("int") + sign;
    case TypeKind::BigInteger: return QLatin1String("bigint") + sign;
    case TypeKind::Float: return QLatin1String(type.precision.value_or(24) > 24 ? "double" : "float") + sign;
    case TypeKind::Double: return QLatin1String("double") + sign;
    case TypeKind::Numeric:
        if (type.precision)
            return QStringLiteral("decimal(%1,%2)").arg(*type.precision).arg(type.scale.value_or(0)) + sign;
        return QLatin1String("decimal") + sign;
    case TypeKind::String: return QStringLiteral("varchar(%1)").arg(type.length.value_or(255));
    case TypeKind::Char: return QStringLiteral("char(%1)").arg(type.length.value_or(1));
    case TypeKind::Text: return QStringLiteral("text");
    case TypeKind::LargeBinary: return QStringLiteral("blob");
    case TypeKind::Date: return QStringLiteral("date");
    case TypeKind::Time: return sized("time", type.precision);
    case TypeKind::DateTime: return sized("datetime", type.precision);
    case TypeKind::Interval: return QStringLiteral("datetime");
    case TypeKind::Json:
    case TypeKind::Array: return QStringLiteral("json");
    case TypeKind::Uuid: return QStringLiteral("char(32)");
    case TypeKind::Enum: {
        if (type.enumValues.isEmpty())
            return QStringLiteral("varchar(255)");
        QStringList values;
        for (const QString &value : type.enumValues)
            values.append(textLiteral(value.toUtf8()));
        return QLatin1String("enum(") + values.join(u',') + u')';
    }
    case TypeKind::Native: return QStringLiteral("text");
    }
    return {};
}

Type MysqlDialect::parseType(const QString &text) const
{
    TypeText parts = TypeText::parse(text);
    const bool isUnsigned = parts.takeWord(QStringLiteral("unsigned"));
    const bool zerofill = parts.takeWord(QStringLiteral("zerofill"));
    const auto known = kinds().constFind(parts.name);
    if (known == kinds().constEnd())
        return Type::native(name(), text);
    Type type = Type::of(known->kind);
    type.isUnsigned = isUnsigned;
    bool exact = known->exact && !zerofill;
    switch (type.kind) {
    case TypeKind::SmallInteger:
    case TypeKind::Integer:
    case TypeKind::BigInteger:
        if (parts.name == QLatin1String("tinyint") && parts.number(0) == 1 && !isUnsigned && !zerofill)
            return Type::of(TypeKind::Boolean);
        if (const std::optional<int> width = parts.number(0))
            exact = exact && width == (isUnsigned ? known->unsignedWidth : known->width);
        break;
    case TypeKind::Float:
        exact = exact && parts.arguments.size() < 2; // float(7,3)
        if (parts.arguments.size() == 1 && parts.number(0).value_or(0) > 24)
            type.kind = TypeKind::Double;
        break;
    case TypeKind::Double:
        exact = exact && parts.arguments.isEmpty();
        break;
    case TypeKind::Numeric:
        type.precision = parts.number(0).value_or(10);
        type.scale = parts.number(1).value_or(0);
        break;
    case TypeKind::String:
        type.length = parts.number(0);
        break;
    case TypeKind::Char:
        type.length = parts.number(0).value_or(1);
        break;
    case TypeKind::LargeBinary:
    case TypeKind::Text:
        type.length = parts.number(0);
        exact = exact && !type.length;
        break;
    case TypeKind::Time:
    case TypeKind::DateTime:
        if (parts.number(0).value_or(0) > 0)
            type.precision = parts.number(0);
        type.timezone = parts.name == QLatin1String("timestamp"); // kept in UTC
        break;
    case TypeKind::Enum:
        type.enumValues = parts.strings(true);
        break;
    default:
        break;
    }
    if (!exact) {
        type.nativeDialect = name();
        type.nativeText = text;
    }
    return type;
}

} // namespace joinery::dialect
