// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/qtsql/plugin_values.h"

#include <QDateTime>
#include <QVariant>

namespace joinery::driver::qtsql {

namespace {

// Seconds alone where there is nothing below them.
QString timeText(const QTime &time)
{
    return time.toString(time.msec() == 0 ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm:ss.zzz"));
}

} // namespace

QVariant variantOf(const Value &value)
{
    switch (value.tag()) {
    case ValueTag::Null:
    case ValueTag::Default: return QVariant(QMetaType::fromType<QString>());
    case ValueTag::Boolean: return value.toBoolean();
    case ValueTag::Integer: return qlonglong(value.toInteger());
    case ValueTag::Unsigned: return qulonglong(value.toUnsigned());
    case ValueTag::Real: return value.toReal();
    case ValueTag::Text:
    case ValueTag::Lexical: return QString::fromUtf8(value.data());
    case ValueTag::Bytes: return value.data();
    }
    Q_UNREACHABLE();
}

Value valueOf(const QVariant &variant)
{
    if (variant.isNull())
        return Value::null();
    switch (variant.metaType().id()) {
    case QMetaType::Bool: return Value::boolean(variant.toBool());
    case QMetaType::Char:
    case QMetaType::SChar:
    case QMetaType::Short:
    case QMetaType::Int:
    case QMetaType::Long:
    case QMetaType::LongLong: return Value::integer(variant.toLongLong());
    case QMetaType::UChar:
    case QMetaType::UShort:
    case QMetaType::UInt:
    case QMetaType::ULong:
    case QMetaType::ULongLong: return Value::unsignedInteger(variant.toULongLong());
    case QMetaType::Float:
    case QMetaType::Double: return Value::real(variant.toDouble());
    case QMetaType::QByteArray: return Value::bytes(variant.toByteArray());
    case QMetaType::QDate: return Value::lexical(variant.toDate().toString(Qt::ISODate).toUtf8());
    case QMetaType::QTime: return Value::lexical(timeText(variant.toTime()).toUtf8());
    case QMetaType::QDateTime: {
        const QDateTime at = variant.toDateTime();
        return Value::lexical((at.date().toString(Qt::ISODate) + u' ' + timeText(at.time())).toUtf8());
    }
    default: return Value::text(variant.toString());
    }
}

schema::Type typeOf(int metaType, int length, int precision, const QString &dialect)
{
    using schema::Type;
    using schema::TypeKind;
    switch (metaType) {
    case QMetaType::Bool: return Type::of(TypeKind::Boolean);
    case QMetaType::Short:
    case QMetaType::UShort: return Type::of(TypeKind::SmallInteger);
    case QMetaType::Int:
    case QMetaType::UInt: return Type::of(TypeKind::Integer);
    case QMetaType::LongLong:
    case QMetaType::ULongLong: return Type::of(TypeKind::BigInteger);
    case QMetaType::Float: return Type::of(TypeKind::Float);
    case QMetaType::Double:
        return length > 0 && precision >= 0 && precision <= length ? Type::numeric(length, precision) : Type::of(TypeKind::Double);
    case QMetaType::QByteArray: return Type::of(TypeKind::LargeBinary);
    case QMetaType::QDate: return Type::of(TypeKind::Date);
    case QMetaType::QTime: return Type::of(TypeKind::Time);
    case QMetaType::QDateTime: return Type::of(TypeKind::DateTime);
    case QMetaType::QString: return length > 0 ? Type::string(length) : Type::of(TypeKind::Text);
    default: return Type::native(dialect, QString::fromLatin1(QMetaType(metaType).name()));
    }
}

} // namespace joinery::driver::qtsql
