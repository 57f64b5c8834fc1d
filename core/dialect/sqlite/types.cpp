// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/sqlite/sqlite_dialect.h"
#include "core/dialect/type_text.h"

#include <QHash>

namespace joinery::dialect {

using schema::Type;
using schema::TypeKind;

namespace {

// The names that SQLAlchemy's SQLite dialect knows, and what people write beside them.
const QHash<QString, TypeKind> &kinds()
{
    static const QHash<QString, TypeKind> map{
        {QStringLiteral("boolean"), TypeKind::Boolean}, {QStringLiteral("bool"), TypeKind::Boolean},
        {QStringLiteral("tinyint"), TypeKind::SmallInteger}, {QStringLiteral("smallint"), TypeKind::SmallInteger},
        {QStringLiteral("int2"), TypeKind::SmallInteger}, {QStringLiteral("int"), TypeKind::Integer},
        {QStringLiteral("integer"), TypeKind::Integer}, {QStringLiteral("mediumint"), TypeKind::Integer},
        {QStringLiteral("int4"), TypeKind::Integer}, {QStringLiteral("bigint"), TypeKind::BigInteger},
        {QStringLiteral("int8"), TypeKind::BigInteger}, {QStringLiteral("unsigned big int"), TypeKind::BigInteger},
        {QStringLiteral("float"), TypeKind::Float}, {QStringLiteral("real"), TypeKind::Float},
        {QStringLiteral("double"), TypeKind::Double}, {QStringLiteral("double precision"), TypeKind::Double},
        {QStringLiteral("numeric"), TypeKind::Numeric}, {QStringLiteral("decimal"), TypeKind::Numeric},
        {QStringLiteral("dec"), TypeKind::Numeric}, {QStringLiteral("varchar"), TypeKind::String},
        {QStringLiteral("nvarchar"), TypeKind::String}, {QStringLiteral("varchar2"), TypeKind::String},
        {QStringLiteral("character varying"), TypeKind::String}, {QStringLiteral("varying character"), TypeKind::String},
        {QStringLiteral("char"), TypeKind::Char}, {QStringLiteral("character"), TypeKind::Char},
        {QStringLiteral("nchar"), TypeKind::Char}, {QStringLiteral("native character"), TypeKind::Char},
        {QStringLiteral("text"), TypeKind::Text}, {QStringLiteral("clob"), TypeKind::Text},
        {QStringLiteral("blob"), TypeKind::LargeBinary}, {QStringLiteral("date"), TypeKind::Date},
        {QStringLiteral("time"), TypeKind::Time}, {QStringLiteral("datetime"), TypeKind::DateTime},
        {QStringLiteral("timestamp"), TypeKind::DateTime}, {QStringLiteral("json"), TypeKind::Json},
        {QStringLiteral("uuid"), TypeKind::Uuid}};
    return map;
}

} // namespace

QString SqliteDialect::typeText(const Type &type) const
{
    if (type.nativeDialect == name())
        return type.nativeText;
    switch (type.kind) {
    case TypeKind::Double: return QStringLiteral("DOUBLE");
    case TypeKind::Float: return QStringLiteral("FLOAT");
    case TypeKind::Text: return QStringLiteral("TEXT");
    case TypeKind::Native: return QStringLiteral("TEXT");
    case TypeKind::Time: return QStringLiteral("TIME");
    case TypeKind::DateTime:
    case TypeKind::Interval: return QStringLiteral("DATETIME");
    case TypeKind::Json:
    case TypeKind::Array: return QStringLiteral("JSON");
    default: return GenericDialect::typeText(type);
    }
}

// SQLite keeps whatever was declared, so everything but the spelling that typeText would choose is kept beside the kind.
Type SqliteDialect::parseType(const QString &text) const
{
    const TypeText parts = TypeText::parse(text);
    const auto kind = kinds().constFind(parts.name);
    if (kind == kinds().constEnd() || parts.dimensions > 0)
        return Type::native(name(), text);
    Type type = Type::of(*kind);
    switch (type.kind) {
    case TypeKind::String:
    case TypeKind::Char:
        type.length = parts.number(0);
        break;
    case TypeKind::LargeBinary:
    case TypeKind::Text:
        type.length = parts.number(0);
        break;
    case TypeKind::Numeric:
        type.precision = parts.number(0);
        type.scale = parts.number(1);
        break;
    default:
        break;
    }
    if (typeText(type).remove(u' ').compare(QString(text).remove(u' '), Qt::CaseInsensitive) != 0) {
        type.nativeDialect = name();
        type.nativeText = text;
    }
    return type;
}

} // namespace joinery::dialect
