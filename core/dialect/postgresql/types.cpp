// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/postgresql_dialect.h"
#include "core/dialect/type_text.h"
#include "core/schema/type_kinds.h"

#include <QHash>

namespace joinery::dialect {

using schema::Type;
using schema::TypeKind;

namespace {

struct Known
{
    TypeKind kind;
    bool timezone = false;
};

const QHash<QString, Known> &kinds()
{
    static const QHash<QString, Known> map{
        {QStringLiteral("boolean"), {TypeKind::Boolean}}, {QStringLiteral("bool"), {TypeKind::Boolean}},
        {QStringLiteral("smallint"), {TypeKind::SmallInteger}}, {QStringLiteral("int2"), {TypeKind::SmallInteger}},
        {QStringLiteral("integer"), {TypeKind::Integer}}, {QStringLiteral("int"), {TypeKind::Integer}},
        {QStringLiteral("int4"), {TypeKind::Integer}}, {QStringLiteral("bigint"), {TypeKind::BigInteger}},
        {QStringLiteral("int8"), {TypeKind::BigInteger}}, {QStringLiteral("real"), {TypeKind::Float}},
        {QStringLiteral("float4"), {TypeKind::Float}}, {QStringLiteral("float"), {TypeKind::Double}},
        {QStringLiteral("double precision"), {TypeKind::Double}}, {QStringLiteral("float8"), {TypeKind::Double}},
        {QStringLiteral("numeric"), {TypeKind::Numeric}}, {QStringLiteral("decimal"), {TypeKind::Numeric}},
        {QStringLiteral("character varying"), {TypeKind::String}}, {QStringLiteral("varchar"), {TypeKind::String}},
        {QStringLiteral("character"), {TypeKind::Char}}, {QStringLiteral("char"), {TypeKind::Char}},
        {QStringLiteral("bpchar"), {TypeKind::Char}}, {QStringLiteral("text"), {TypeKind::Text}},
        {QStringLiteral("bytea"), {TypeKind::LargeBinary}}, {QStringLiteral("date"), {TypeKind::Date}},
        {QStringLiteral("time"), {TypeKind::Time}}, {QStringLiteral("time without time zone"), {TypeKind::Time}},
        {QStringLiteral("timetz"), {TypeKind::Time, true}}, {QStringLiteral("time with time zone"), {TypeKind::Time, true}},
        {QStringLiteral("timestamp"), {TypeKind::DateTime}},
        {QStringLiteral("timestamp without time zone"), {TypeKind::DateTime}},
        {QStringLiteral("timestamptz"), {TypeKind::DateTime, true}},
        {QStringLiteral("timestamp with time zone"), {TypeKind::DateTime, true}},
        {QStringLiteral("interval"), {TypeKind::Interval}}, {QStringLiteral("json"), {TypeKind::Json}},
        {QStringLiteral("jsonb"), {TypeKind::Json}}, {QStringLiteral("uuid"), {TypeKind::Uuid}}};
    return map;
}

QString sized(const QString &name, const std::optional<int> &size)
{
    return size ? QStringLiteral("%1(%2)").arg(name).arg(*size) : name;
}

} // namespace

QString PostgresqlDialect::typeText(const Type &type) const
{
    if (!type.nativeText.isEmpty() && type.nativeDialect == name())
        return type.nativeText;
    switch (type.kind) {
    case TypeKind::Boolean: return QStringLiteral("boolean");
    case TypeKind::SmallInteger: return type.isUnsigned ? QStringLiteral("integer") : QStringLiteral("smallint");
    case TypeKind::Integer: return type.isUnsigned ? QStringLiteral("bigint") : QStringLiteral("integer");
    case TypeKind::BigInteger: return type.isUnsigned ? QStringLiteral("numeric(20,0)") : QStringLiteral("bigint");
    case TypeKind::Float:
        return type.precision && *type.precision <= 24 ? QStringLiteral("real") : QStringLiteral("double precision");
    case TypeKind::Double: return QStringLiteral("double precision");
    case TypeKind::Numeric:
        return type.precision && type.scale ? QStringLiteral("numeric(%1,%2)").arg(*type.precision).arg(*type.scale)
                                            : sized(QStringLiteral("numeric"), type.precision);
    case TypeKind::String: return sized(QStringLiteral("varchar"), type.length);
    case TypeKind::Char: return sized(QStringLiteral("char"), type.length);
    case TypeKind::Text: return QStringLiteral("text");
    case TypeKind::LargeBinary: return QStringLiteral("bytea");
    case TypeKind::Date: return QStringLiteral("date");
    case TypeKind::Time: return sized(type.timezone ? QStringLiteral("timetz") : QStringLiteral("time"), type.precision);
    case TypeKind::DateTime:
        return sized(type.timezone ? QStringLiteral("timestamptz") : QStringLiteral("timestamp"), type.precision);
    case TypeKind::Interval: return sized(QStringLiteral("interval"), type.precision);
    case TypeKind::Json: return type.binary ? QStringLiteral("jsonb") : QStringLiteral("json");
    case TypeKind::Uuid: return QStringLiteral("uuid");
    case TypeKind::Enum:
        if (!type.enumName.isEmpty()) {
            const QString plain = quoteIfNeeded(type.enumName.name);
            return type.enumName.schema.isEmpty() ? plain : QString(quoteIfNeeded(type.enumName.schema) + u'.' + plain);
        }
        return GenericDialect::typeText(type).toLower();
    case TypeKind::Array: {
        const QString element = type.element.empty() ? QStringLiteral("text") : typeText(type.element.front());
        return element + QStringLiteral("[]").repeated(std::max(1, type.dimensions));
    }
    case TypeKind::Native: return QStringLiteral("text");
    }
    return {};
}

Type PostgresqlDialect::parseType(const QString &text) const
{
    const TypeText parts = TypeText::parse(text);
    if (parts.dimensions > 0) {
        Type array = Type::of(TypeKind::Array);
        array.dimensions = parts.dimensions;
        array.element.push_back(parseType(text.left(text.indexOf(u'[', text.lastIndexOf(u')') + 1)).trimmed()));
        return array;
    }
    if (text == QLatin1String("\"char\""))
        return Type::native(name(), text);
    const auto known = kinds().constFind(parts.name);
    if (known == kinds().constEnd()) {
        Type type = Type::native(name(), text);
        if (parts.name == QLatin1String("citext"))
            type.kind = TypeKind::Text;
        else if (parts.name.startsWith(QLatin1String("interval ")))
            type.kind = TypeKind::Interval;
        return type;
    }
    Type type = Type::of(known->kind);
    type.timezone = known->timezone;
    switch (type.kind) {
    case TypeKind::Float:
        type.precision = 24;
        break;
    case TypeKind::Double:
        if (parts.name == QLatin1String("float") && parts.number(0).value_or(53) <= 24) {
            type.kind = TypeKind::Float;
            type.precision = 24;
        }
        break;
    case TypeKind::Numeric:
        type.precision = parts.number(0);
        if (type.precision)
            type.scale = parts.number(1).value_or(0);
        break;
    case TypeKind::String:
        type.length = parts.number(0);
        break;
    case TypeKind::Char:
        // bpchar without a length has no limit; char without one is char(1).
        type.length = parts.number(0);
        if (!type.length && parts.name == QLatin1String("bpchar"))
            return Type{.kind = TypeKind::Char, .nativeDialect = name(), .nativeText = text};
        if (!type.length)
            type.length = 1;
        break;
    case TypeKind::Time:
    case TypeKind::DateTime:
    case TypeKind::Interval:
        type.precision = parts.number(0);
        break;
    case TypeKind::Json:
        type.binary = parts.name == QLatin1String("jsonb");
        break;
    default:
        break;
    }
    return type;
}

schema::Default PostgresqlDialect::parseDefault(const QString &sql, const Type &type) const
{
    const qsizetype cast = sql.lastIndexOf(QLatin1String("'::"));
    const bool literal = cast > 0 && sql.startsWith(u'\'') && QString(sql.left(cast + 1)).remove(QLatin1String("''")).count(u'\'') <= 2;
    if (literal) {
        const QString value = sql.left(cast + 1);
        const QString castTo = sql.mid(cast + 3);
        if (schema::isNumber(type.kind)) // -1 is '-1'::integer to the server; '1'::integer was written as it is
            return value.startsWith(QLatin1String("'-")) && castTo != QLatin1String("real") && castTo != QLatin1String("double precision")
                ? GenericDialect::parseDefault(value.mid(1, value.size() - 2), type) : schema::Default{schema::Default::Kind::Expression, sql};
        // A cast to another type, or with a modifier, changes the value.
        const Type target = parseType(castTo);
        const bool same = target.kind == type.kind && target.nativeText == type.nativeText && target.enumName == type.enumName
            && !target.length && !target.precision && target.timezone == type.timezone && target.element == type.element;
        const bool enumeration = type.kind == TypeKind::Enum && castTo == typeText(type);
        if (same || enumeration)
            return GenericDialect::parseDefault(value, type);
        return {schema::Default::Kind::Expression, sql};
    }
    return GenericDialect::parseDefault(sql, type);
}

} // namespace joinery::dialect
