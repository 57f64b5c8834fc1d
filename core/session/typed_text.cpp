// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/typed_text.h"

#include <QRegularExpression>

namespace joinery::session {

using driver::Value;
using driver::ValueTag;
using schema::TypeKind;

namespace {

std::optional<Value> wholeNumber(const QString &text)
{
    bool fits = false;
    const QString trimmed = text.trimmed();
    if (const qint64 number = trimmed.toLongLong(&fits); fits)
        return Value::integer(number);
    if (const quint64 number = trimmed.toULongLong(&fits); fits)
        return Value::unsignedInteger(number);
    return std::nullopt;
}

bool isNumber(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("\\A\\s*[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?\\s*\\z"));
    static const QRegularExpression special(QStringLiteral("\\A\\s*([+-]?inf(inity)?|nan)\\s*\\z"), QRegularExpression::CaseInsensitiveOption);
    return pattern.match(text).hasMatch() || special.match(text).hasMatch();
}

Result<Value> fromHex(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("\\A(\\\\x|0x)?([0-9a-fA-F]{2})*\\z"));
    if (!pattern.match(text).hasMatch())
        return fail(ErrorKind::Data, QStringLiteral("Bytes are written as \\x and pairs of hexadecimal digits, e.g. \\x00ff."));
    const bool prefixed = text.startsWith(u"\\x") || text.startsWith(u"0x");
    return Value::bytes(QByteArray::fromHex(text.mid(prefixed ? 2 : 0).toLatin1()));
}

Result<Value> booleanFrom(const QString &text, bool asNumber)
{
    static const QStringList yes{QStringLiteral("true"), QStringLiteral("t"), QStringLiteral("yes"), QStringLiteral("1")};
    static const QStringList no{QStringLiteral("false"), QStringLiteral("f"), QStringLiteral("no"), QStringLiteral("0")};
    const QString word = text.trimmed().toLower();
    if (!yes.contains(word) && !no.contains(word))
        return fail(ErrorKind::Data, QStringLiteral("“%1” is neither true nor false.").arg(text));
    return asNumber ? Value::integer(yes.contains(word)) : Value::boolean(yes.contains(word));
}

} // namespace

Result<Value> valueFromText(const QString &text, const schema::Type &type, const Value &before, bool looseTypes)
{
    if (before.tag() == ValueTag::Bytes && looseTypes)
        return fromHex(text);
    switch (type.kind) {
    case TypeKind::Boolean:
        return booleanFrom(text, looseTypes || before.tag() == ValueTag::Integer);
    case TypeKind::SmallInteger:
    case TypeKind::Integer:
    case TypeKind::BigInteger:
        if (const auto number = wholeNumber(text))
            return *number;
        if (looseTypes && before.tag() == ValueTag::Text)
            return Value::text(text);
        if (isNumber(text))
            return Value::lexical(text.trimmed().toUtf8());
        return fail(ErrorKind::Data, QStringLiteral("“%1” is no whole number.").arg(text));
    case TypeKind::Float:
    case TypeKind::Double:
    case TypeKind::Numeric:
        if (!isNumber(text)) {
            if (looseTypes && before.tag() == ValueTag::Text)
                return Value::text(text);
            return fail(ErrorKind::Data, QStringLiteral("“%1” is no number.").arg(text));
        }
        if (looseTypes) {
            if (const auto number = wholeNumber(text); number && before.tag() != ValueTag::Real)
                return *number;
        }
        if (type.kind == TypeKind::Double) {
            bool fits = false;
            if (const double number = text.trimmed().toDouble(&fits); fits)
                return Value::real(number);
        }
        // Every digit as it was typed.
        return Value::lexical(text.trimmed().toUtf8());
    case TypeKind::LargeBinary:
        return fromHex(text);
    case TypeKind::String:
    case TypeKind::Char:
    case TypeKind::Text:
        return Value::text(text);
    case TypeKind::Native:
        if (looseTypes && before.tag() == ValueTag::Integer) {
            if (const auto number = wholeNumber(text))
                return *number;
        }
        return looseTypes ? Value::text(text) : Value::lexical(text.toUtf8());
    case TypeKind::Date:
    case TypeKind::Time:
    case TypeKind::DateTime:
    case TypeKind::Interval:
    case TypeKind::Json:
    case TypeKind::Uuid:
    case TypeKind::Enum:
    case TypeKind::Array:
        return looseTypes ? Value::text(text) : Value::lexical(text.toUtf8());
    }
    Q_UNREACHABLE();
}

} // namespace joinery::session
