// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/postgresql/builtin_types.h"

namespace joinery::driver::postgresql {

using schema::Type;
using schema::TypeKind;

namespace {

// pg_type.dat: these numbers never change.
struct Builtin
{
    quint32 oid;
    quint32 arrayOid;
    const char *name;
    TypeKind kind;
};

constexpr Builtin kBuiltins[] = {
    {16, 1000, "boolean", TypeKind::Boolean},
    {17, 1001, "bytea", TypeKind::LargeBinary},
    {18, 1002, "\"char\"", TypeKind::Native},
    {19, 1003, "name", TypeKind::Native},
    {20, 1016, "bigint", TypeKind::BigInteger},
    {21, 1005, "smallint", TypeKind::SmallInteger},
    {23, 1007, "integer", TypeKind::Integer},
    {25, 1009, "text", TypeKind::Text},
    {26, 1028, "oid", TypeKind::Native},
    {114, 199, "json", TypeKind::Json},
    {142, 143, "xml", TypeKind::Native},
    {700, 1021, "real", TypeKind::Float},
    {701, 1022, "double precision", TypeKind::Double},
    {705, 0, "unknown", TypeKind::Text},
    {790, 791, "money", TypeKind::Native},
    {829, 1040, "macaddr", TypeKind::Native},
    {869, 1041, "inet", TypeKind::Native},
    {650, 651, "cidr", TypeKind::Native},
    {1042, 1014, "character", TypeKind::Char},
    {1043, 1015, "character varying", TypeKind::String},
    {1082, 1182, "date", TypeKind::Date},
    {1083, 1183, "time", TypeKind::Time},
    {1114, 1115, "timestamp", TypeKind::DateTime},
    {1184, 1185, "timestamp", TypeKind::DateTime},
    {1186, 1187, "interval", TypeKind::Interval},
    {1266, 1270, "time", TypeKind::Time},
    {1560, 1561, "bit", TypeKind::Native},
    {1562, 1563, "bit varying", TypeKind::Native},
    {1700, 1231, "numeric", TypeKind::Numeric},
    {2950, 2951, "uuid", TypeKind::Uuid},
    {3614, 3643, "tsvector", TypeKind::Native},
    {3802, 3807, "jsonb", TypeKind::Json},
};

// The modifier as format_type() reads it.
void applyModifier(Type &type, quint32 oid, int modifier, const char *name)
{
    QString text = QString::fromLatin1(name);
    switch (oid) {
    case 1042:
    case 1043:
        if (modifier >= 4) {
            type.length = modifier - 4;
            text += QStringLiteral("(%1)").arg(modifier - 4);
        }
        break;
    case 1700:
        if (modifier >= 4) {
            const int packed = modifier - 4;
            const int scale = ((packed & 0x7ff) ^ 1024) - 1024; // eleven bits with a sign since PostgreSQL 15
            type.precision = packed >> 16;
            type.scale = scale;
            text += QStringLiteral("(%1,%2)").arg(*type.precision).arg(scale);
        }
        break;
    case 1083:
    case 1114:
    case 1184:
    case 1266:
        if (modifier >= 0) {
            type.precision = modifier;
            text += QStringLiteral("(%1)").arg(modifier);
        }
        type.timezone = oid == 1184 || oid == 1266;
        text += type.timezone ? QStringLiteral(" with time zone") : QStringLiteral(" without time zone");
        break;
    case 1560:
    case 1562:
        if (modifier >= 0)
            text += QStringLiteral("(%1)").arg(modifier);
        break;
    case 3802: type.binary = true; break;
    default: break;
    }
    type.nativeDialect = QStringLiteral("postgresql");
    type.nativeText = text;
}

} // namespace

ValueTag tagOf(quint32 oid)
{
    switch (oid) {
    case 16: return ValueTag::Boolean;
    case 17: return ValueTag::Bytes;
    case 20:
    case 21:
    case 23:
    case 26: return ValueTag::Integer;
    case 701: return ValueTag::Real;
    case 18:
    case 19:
    case 25:
    case 705:
    case 1042:
    case 1043:
    case 2275: return ValueTag::Text;
    default: return ValueTag::Lexical;
    }
}

std::optional<Type> builtinType(quint32 oid, int modifier)
{
    for (const Builtin &builtin : kBuiltins) {
        if (oid != builtin.oid && (oid != builtin.arrayOid || oid == 0))
            continue;
        if (builtin.oid == 1186 && modifier >= 0)
            return {}; // fields and digits are format_type's to spell
        Type type = Type::of(builtin.kind);
        applyModifier(type, builtin.oid, modifier, builtin.name);
        if (oid == builtin.oid)
            return type;
        Type array = Type::of(TypeKind::Array);
        array.dimensions = 1;
        array.nativeDialect = type.nativeDialect;
        array.nativeText = type.nativeText + QStringLiteral("[]");
        array.element.push_back(std::move(type));
        return array;
    }
    return {};
}

} // namespace joinery::driver::postgresql
