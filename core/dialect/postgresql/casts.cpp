// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/postgresql_dialect.h"

namespace joinery::dialect {

using schema::Type;
using schema::TypeKind;

namespace {

enum class Family { Text, Boolean, Integer, SmallOrBig, Number, Date, Time, Timestamp, Interval, Json, Jsonb, Bytes, Uuid, Unknown };

Family familyOf(const Type &type)
{
    switch (type.kind) {
    case TypeKind::String:
    case TypeKind::Char:
    case TypeKind::Text: return Family::Text;
    case TypeKind::Boolean: return Family::Boolean;
    case TypeKind::Integer: return type.isUnsigned ? Family::SmallOrBig : Family::Integer;
    case TypeKind::SmallInteger: return type.isUnsigned ? Family::Integer : Family::SmallOrBig;
    case TypeKind::BigInteger: return type.isUnsigned ? Family::Number : Family::SmallOrBig;
    case TypeKind::Float:
    case TypeKind::Double:
    case TypeKind::Numeric: return Family::Number;
    case TypeKind::Date: return Family::Date;
    case TypeKind::Time: return Family::Time;
    case TypeKind::DateTime: return Family::Timestamp;
    case TypeKind::Interval: return Family::Interval;
    case TypeKind::Json: return type.binary ? Family::Jsonb : Family::Json;
    case TypeKind::LargeBinary: return Family::Bytes;
    case TypeKind::Uuid: return Family::Uuid;
    case TypeKind::Enum:
    case TypeKind::Array:
    case TypeKind::Native: return Family::Unknown;
    }
    return Family::Unknown;
}

bool isNumber(Family family) { return family == Family::Integer || family == Family::SmallOrBig || family == Family::Number; }

/// pg_cast, and what goes through the text form by itself.
bool castExists(const Type &fromType, const Type &toType)
{
    const Family from = familyOf(fromType), to = familyOf(toType);
    if (from == to || from == Family::Text || to == Family::Text || (isNumber(from) && isNumber(to)))
        return true;
    switch (from) {
    case Family::Boolean: return to == Family::Integer;
    case Family::Integer: return to == Family::Boolean;
    case Family::Date: return to == Family::Timestamp;
    case Family::Timestamp: return to == Family::Date || (to == Family::Time && (fromType.timezone || !toType.timezone));
    case Family::Time: return to == Family::Interval && !fromType.timezone;
    case Family::Interval: return to == Family::Time && !toType.timezone;
    case Family::Json: return to == Family::Jsonb;
    case Family::Jsonb: return to == Family::Json || to == Family::Boolean || isNumber(to);
    default: return false;
    }
}

} // namespace

bool PostgresqlDialect::converts(const Type &from, const Type &to) const
{
    // Domains, enumerations, extensions: the server alone knows their casts; but nothing leads from one enumeration to another.
    if (from.kind == TypeKind::Enum && to.kind == TypeKind::Enum)
        return from.enumName == to.enumName;
    if (familyOf(from) == Family::Unknown || familyOf(to) == Family::Unknown) {
        const bool arrays = from.kind == TypeKind::Array && to.kind == TypeKind::Array && !from.element.empty() && !to.element.empty();
        if (arrays)
            return converts(from.element.front(), to.element.front());
        const bool plain = familyOf(from) != Family::Unknown ? familyOf(from) != Family::Text : familyOf(to) != Family::Text;
        return !(plain && (from.kind == TypeKind::Enum || to.kind == TypeKind::Enum || from.kind == TypeKind::Array
                           || to.kind == TypeKind::Array));
    }
    return castExists(from, to);
}

QString PostgresqlDialect::castFailure(const Type &from, const Type &to, const QString &column) const
{
    const Family old = familyOf(from), fresh = familyOf(to);
    const QString text = column + QLatin1String("::text");
    if (old == Family::Text) {
        if (fresh == Family::Text && to.length)
            return QStringLiteral("char_length(%1) > %2").arg(text).arg(*to.length);
        if (fresh == Family::Integer || fresh == Family::SmallOrBig)
            return text + QLatin1String(R"( !~ '^\s*[-+]?\d+\s*$')");
        if (fresh == Family::Number)
            return text + QLatin1String(R"( !~* '^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$' AND lower(trim()") + text
                + QLatin1String(")) NOT IN ('nan', 'infinity', '-infinity', 'inf', '-inf')");
        if (fresh == Family::Boolean)
            return QStringLiteral("lower(trim(%1)) NOT IN ('t', 'tr', 'tru', 'true', 'f', 'fa', 'fal', 'fals', 'false', 'y', 'ye', 'yes', 'n', 'no', "
                                  "'on', 'of', 'off', '1', '0')").arg(text);
        if (fresh == Family::Uuid)
            return text + QLatin1String(R"( !~* '^\{?([0-9a-f]{4}-?){7}[0-9a-f]{4}\}?$')");
        return {};
    }
    if (isNumber(old) && fresh == Family::Text && to.length)
        return QStringLiteral("char_length(%1) > %2").arg(text).arg(*to.length);
    if (isNumber(old) && to.kind == TypeKind::SmallInteger)
        return column + QLatin1String(" NOT BETWEEN -32768 AND 32767");
    if (isNumber(old) && to.kind == TypeKind::Integer)
        return column + QLatin1String(" NOT BETWEEN -2147483648 AND 2147483647");
    if (isNumber(old) && to.kind == TypeKind::BigInteger)
        return column + QLatin1String(" NOT BETWEEN -9223372036854775808 AND 9223372036854775807");
    if (isNumber(old) && to.kind == TypeKind::Numeric && to.precision)
        return QStringLiteral("abs(round(%1::numeric, %2)) >= 1e%3").arg(column).arg(to.scale.value_or(0)).arg(*to.precision - to.scale.value_or(0));
    return {};
}

QStringList PostgresqlDialect::conversionIdeas(const Type &from, const Type &to, const QString &column) const
{
    const Family old = familyOf(from), fresh = familyOf(to);
    const QString type = typeText(to);
    QStringList ideas;
    if (isNumber(old) && fresh == Family::Boolean)
        ideas << column + QLatin1String(" <> 0");
    if (old == Family::Boolean && isNumber(fresh))
        ideas << QStringLiteral("%1::integer::%2").arg(column, type);
    if (old == Family::Timestamp && isNumber(fresh))
        ideas << QStringLiteral("extract(epoch FROM %1)::%2").arg(column, type);
    if (isNumber(old) && fresh == Family::Timestamp)
        ideas << (to.timezone ? QStringLiteral("to_timestamp(%1)").arg(column)
                              : QStringLiteral("(to_timestamp(%1) AT TIME ZONE 'UTC')").arg(column));
    if (old == Family::Date && isNumber(fresh))
        ideas << QStringLiteral("to_char(%1, 'YYYYMMDD')::%2").arg(column, type);
    if (isNumber(old) && fresh == Family::Date)
        ideas << QStringLiteral("to_date(%1::text, 'YYYYMMDD')").arg(column);
    if (fresh == Family::Bytes)
        ideas << QStringLiteral("convert_to(%1::text, 'UTF8')").arg(column);
    if (old == Family::Bytes)
        ideas << QStringLiteral("convert_from(%1, 'UTF8')::%2").arg(column, type);
    ideas << QStringLiteral("%1::text::%2").arg(column, type);
    return ideas;
}

} // namespace joinery::dialect
