// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/mysql/field.h"

#include "core/driver/mysql/libmariadb.h"

#include <algorithm>

namespace joinery::driver::mysql {

using schema::Type;
using schema::TypeKind;

namespace {

constexpr unsigned int kBinaryCharset = 63;
// Of the fraction of a second. A server says more where it does not know the number, and cells have room for so many.
constexpr unsigned int kMaximalDecimals = 6;

struct Shape
{
    FieldForm form;
    TypeKind kind;
    QString name;
};

QString attribute(const MYSQL_FIELD &field, mariadb_field_attr_t which)
{
    MARIADB_CONST_STRING text{nullptr, 0};
    return maria().mariadb_field_attr(&text, &field, which) == 0 ? QString::fromUtf8(text.str, qsizetype(text.length)) : QString();
}

QString digits(const MYSQL_FIELD &field)
{
    return field.decimals > 0 && field.decimals <= 6 ? QStringLiteral("(%1)").arg(field.decimals) : QString();
}

// The length of a text is told in bytes of the connection's character set, which is utf8mb4.
int characters(const MYSQL_FIELD &field) { return int(field.length / 4); }

Shape integer(const char *name, TypeKind kind) { return {FieldForm::Integer, kind, QString::fromLatin1(name)}; }

Shape blobOrText(const MYSQL_FIELD &field, bool binary)
{
    const unsigned long bytes = binary || field.length >= 0xffffffffUL ? field.length : field.length / 4;
    const QString size = bytes <= 255 ? QStringLiteral("tiny") : bytes <= 65535 ? QString()
                         : bytes <= 16777215 ? QStringLiteral("medium") : QStringLiteral("long");
    return binary ? Shape{FieldForm::Bytes, TypeKind::LargeBinary, size + QStringLiteral("blob")}
                  : Shape{FieldForm::Text, TypeKind::Text, size + QStringLiteral("text")};
}

Shape string(const MYSQL_FIELD &field, bool fixed)
{
    if (field.flags & ENUM_FLAG)
        return {FieldForm::Lexical, TypeKind::Enum, QStringLiteral("enum")};
    if (field.flags & SET_FLAG)
        return {FieldForm::Lexical, TypeKind::Native, QStringLiteral("set")};
    if (field.charsetnr == kBinaryCharset)
        return {FieldForm::Bytes, TypeKind::LargeBinary,
                QStringLiteral("%1(%2)").arg(fixed ? QStringLiteral("binary") : QStringLiteral("varbinary")).arg(field.length)};
    return {FieldForm::Text, fixed ? TypeKind::Char : TypeKind::String,
            QStringLiteral("%1(%2)").arg(fixed ? QStringLiteral("char") : QStringLiteral("varchar")).arg(characters(field))};
}

Shape shapeOf(const MYSQL_FIELD &field)
{
    const bool isUnsigned = (field.flags & UNSIGNED_FLAG) != 0;
    switch (field.type) {
    case MYSQL_TYPE_TINY:
        if (field.length == 1)
            return integer("tinyint(1)", TypeKind::Boolean);
        return integer("tinyint", TypeKind::SmallInteger);
    case MYSQL_TYPE_SHORT: return integer("smallint", TypeKind::SmallInteger);
    case MYSQL_TYPE_INT24: return integer("mediumint", TypeKind::Integer);
    case MYSQL_TYPE_LONG: return integer("int", TypeKind::Integer);
    case MYSQL_TYPE_LONGLONG:
        return {isUnsigned ? FieldForm::Unsigned : FieldForm::Integer, TypeKind::BigInteger, QStringLiteral("bigint")};
    case MYSQL_TYPE_YEAR: return {FieldForm::Year, TypeKind::Native, QStringLiteral("year")};
    case MYSQL_TYPE_BIT: return {FieldForm::Bit, TypeKind::Native, QStringLiteral("bit(%1)").arg(field.length)};
    case MYSQL_TYPE_FLOAT: return {FieldForm::Float, TypeKind::Float, QStringLiteral("float")};
    case MYSQL_TYPE_DOUBLE: return {FieldForm::Double, TypeKind::Double, QStringLiteral("double")};
    case MYSQL_TYPE_DECIMAL:
    case MYSQL_TYPE_NEWDECIMAL: {
        const int precision = int(field.length) - (field.decimals > 0 ? 1 : 0) - (isUnsigned ? 0 : 1);
        return {FieldForm::Lexical, TypeKind::Numeric, QStringLiteral("decimal(%1,%2)").arg(precision).arg(field.decimals)};
    }
    case MYSQL_TYPE_DATE:
    case MYSQL_TYPE_NEWDATE: return {FieldForm::Date, TypeKind::Date, QStringLiteral("date")};
    case MYSQL_TYPE_TIME:
    case MYSQL_TYPE_TIME2: return {FieldForm::Time, TypeKind::Time, QStringLiteral("time") + digits(field)};
    case MYSQL_TYPE_DATETIME:
    case MYSQL_TYPE_DATETIME2: return {FieldForm::DateTime, TypeKind::DateTime, QStringLiteral("datetime") + digits(field)};
    case MYSQL_TYPE_TIMESTAMP:
    case MYSQL_TYPE_TIMESTAMP2: return {FieldForm::DateTime, TypeKind::DateTime, QStringLiteral("timestamp") + digits(field)};
    case MYSQL_TYPE_JSON: return {FieldForm::Lexical, TypeKind::Json, QStringLiteral("json")};
    case MYSQL_TYPE_GEOMETRY: return {FieldForm::Bytes, TypeKind::Native, QStringLiteral("geometry")};
    case MYSQL_TYPE_TINY_BLOB:
    case MYSQL_TYPE_MEDIUM_BLOB:
    case MYSQL_TYPE_LONG_BLOB:
    case MYSQL_TYPE_BLOB: return blobOrText(field, field.charsetnr == kBinaryCharset);
    case MYSQL_TYPE_STRING: return string(field, true);
    case MYSQL_TYPE_VARCHAR:
    case MYSQL_TYPE_VAR_STRING: return string(field, false);
    case MYSQL_TYPE_ENUM: return {FieldForm::Lexical, TypeKind::Enum, QStringLiteral("enum")};
    case MYSQL_TYPE_SET: return {FieldForm::Lexical, TypeKind::Native, QStringLiteral("set")};
    default: return {FieldForm::Text, TypeKind::Native, QString()};
    }
}

} // namespace

Field describeField(const st_mysql_field &field, const QString &currentDatabase)
{
    Shape shape = shapeOf(field);
    // MariaDB's own types travel as strings and say what they are beside it.
    if (attribute(field, MARIADB_FIELD_ATTR_FORMAT_NAME) == u"json") {
        shape = {FieldForm::Lexical, TypeKind::Json, QStringLiteral("json")};
    } else if (const QString own = attribute(field, MARIADB_FIELD_ATTR_DATA_TYPE_NAME); !own.isEmpty()) {
        const bool isText = shape.form == FieldForm::Text;
        shape.kind = own == u"uuid" ? TypeKind::Uuid : TypeKind::Native;
        shape.name = own;
        if (isText)
            shape.form = FieldForm::Lexical;
    }
    const bool isNumber = IS_NUM(field.type) && shape.form != FieldForm::Year && shape.form != FieldForm::Bit
                          && shape.kind != TypeKind::DateTime;
    if (isNumber && (field.flags & UNSIGNED_FLAG))
        shape.name += QStringLiteral(" unsigned");

    Field described;
    described.form = shape.form;
    described.decimals = int(std::min(field.decimals, kMaximalDecimals));
    ColumnInfo &info = described.info;
    info.name = QString::fromUtf8(field.name, field.name_length);
    info.nativeType = shape.name;
    info.type = Type::of(shape.kind);
    info.type.nativeDialect = QStringLiteral("mysql");
    info.type.nativeText = shape.name;
    info.type.isUnsigned = isNumber && (field.flags & UNSIGNED_FLAG);
    if (shape.kind == TypeKind::String || shape.kind == TypeKind::Char)
        info.type.length = characters(field);
    if (shape.kind == TypeKind::Numeric) {
        info.type.precision = shape.name.section(u'(', 1).section(u',', 0, 0).toInt();
        info.type.scale = int(field.decimals);
    }
    if (field.org_table_length > 0 && field.org_name_length > 0) {
        const QString database = QString::fromUtf8(field.db, field.db_length);
        info.originTable = schema::Name(database == currentDatabase ? QString() : database,
                                        QString::fromUtf8(field.org_table, field.org_table_length));
        info.originColumn = QString::fromUtf8(field.org_name, field.org_name_length);
    }
    return described;
}

} // namespace joinery::driver::mysql
