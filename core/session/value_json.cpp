// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/value_json.h"

#include <bit>

namespace joinery::session {

using driver::Value;
using driver::ValueTag;

namespace {

const QString kTypes[] = {QStringLiteral("null"), QStringLiteral("boolean"), QStringLiteral("integer"), QStringLiteral("unsigned"),
                          QStringLiteral("real"), QStringLiteral("text"), QStringLiteral("bytes"), QStringLiteral("lexical"),
                          QStringLiteral("default")};

} // namespace

// Bytes go as base64 wherever they are no clean UTF-8: SQLite's text may hold anything.
QJsonObject valueToJson(const Value &value)
{
    QJsonObject json{{QStringLiteral("type"), kTypes[size_t(value.tag())]}};
    const QString key = QStringLiteral("value");
    switch (value.tag()) {
    case ValueTag::Null:
    case ValueTag::Default: break;
    case ValueTag::Boolean:
    case ValueTag::Integer: json[key] = QString::number(value.toInteger()); break;
    case ValueTag::Unsigned: json[key] = QString::number(value.toUnsigned()); break;
    case ValueTag::Real: json[key] = QString::number(std::bit_cast<quint64>(value.toReal())); break;
    case ValueTag::Text:
    case ValueTag::Bytes:
    case ValueTag::Lexical: {
        const QString text = QString::fromUtf8(value.data());
        if (value.tag() != ValueTag::Bytes && text.toUtf8() == value.data())
            json[key] = text;
        else
            json[QStringLiteral("base64")] = QString::fromLatin1(value.data().toBase64());
        if (value.isPart())
            json[QStringLiteral("part_of")] = QString::number(value.wholeSize());
        break;
    }
    }
    return json;
}

Result<Value> valueFromJson(const QJsonValue &given)
{
    const QJsonObject json = given.toObject();
    const auto type = std::find(std::begin(kTypes), std::end(kTypes), json[QStringLiteral("type")].toString());
    if (type == std::end(kTypes))
        return fail(ErrorKind::Corrupt, QStringLiteral("A kept value is damaged."));
    const QString text = json[QStringLiteral("value")].toString();
    const QByteArray bytes = json.contains(QStringLiteral("base64"))
                                 ? QByteArray::fromBase64(json[QStringLiteral("base64")].toString().toLatin1())
                                 : text.toUtf8();
    const auto tag = ValueTag(type - std::begin(kTypes));
    if (const qint64 whole = json[QStringLiteral("part_of")].toString().toLongLong(); whole > 0)
        return Value::part(tag, bytes, whole);
    switch (tag) {
    case ValueTag::Null: return Value::null();
    case ValueTag::Default: return Value::useDefault();
    case ValueTag::Boolean: return Value::boolean(text != u"0");
    case ValueTag::Integer: return Value::integer(text.toLongLong());
    case ValueTag::Unsigned: return Value::unsignedInteger(text.toULongLong());
    case ValueTag::Real: return Value::real(std::bit_cast<double>(text.toULongLong()));
    case ValueTag::Text: return Value::utf8(bytes);
    case ValueTag::Bytes: return Value::bytes(bytes);
    case ValueTag::Lexical: return Value::lexical(bytes);
    }
    Q_UNREACHABLE();
}

} // namespace joinery::session
