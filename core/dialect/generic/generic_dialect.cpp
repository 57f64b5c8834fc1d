// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/generic/generic_dialect.h"

#include "core/schema/type_kinds.h"

namespace joinery::dialect {

using driver::Value;
using driver::ValueTag;

namespace {

bool isPlainNumber(const QByteArray &text)
{
    bool digits = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        if (c >= '0' && c <= '9')
            digits = true;
        else if (!(c == '.' || (i == 0 && c == '-')))
            return false;
    }
    return digits && text.count('.') <= 1;
}

} // namespace

const Capabilities &GenericDialect::capabilities() const
{
    static const Capabilities standard{.schemas = true, .addConstraint = true, .standardOnly = true};
    return standard;
}

QString GenericDialect::quote(const QString &identifier) const
{
    QString text = identifier;
    return u'"' + text.replace(u'"', QLatin1String("\"\"")) + u'"';
}

QString GenericDialect::quoteIfNeeded(const QString &identifier) const
{
    bool plain = !identifier.isEmpty() && !(identifier.at(0) >= u'0' && identifier.at(0) <= u'9');
    for (const QChar c : identifier)
        plain = plain && (c == u'_' || (c.unicode() < 128 && c.isLetterOrNumber()));
    return plain && !isReserved(identifier.toLower()) ? identifier : quote(identifier);
}

QString GenericDialect::literal(const Value &value, const schema::Type &type) const
{
    switch (value.tag()) {
    case ValueTag::Null:
        return QStringLiteral("NULL");
    case ValueTag::Default:
        return QStringLiteral("DEFAULT");
    case ValueTag::Boolean:
        return booleanLiteral(value.toBoolean());
    case ValueTag::Integer:
    case ValueTag::Unsigned:
        return value.toText();
    case ValueTag::Real:
        return realLiteral(value.toReal());
    case ValueTag::Text:
        return textLiteral(value.data());
    case ValueTag::Bytes:
        return bytesLiteral(value.data());
    case ValueTag::Lexical: {
        const bool exact = type.kind == schema::TypeKind::Numeric || schema::isWholeNumber(type.kind);
        return exact && isPlainNumber(value.data()) ? QString::fromLatin1(value.data()) : textLiteral(value.data());
    }
    }
    return {};
}

QString GenericDialect::textLiteral(const QByteArray &utf8) const
{
    return u'\'' + QString::fromUtf8(utf8).replace(u'\'', QLatin1String("''")) + u'\'';
}

QString GenericDialect::bytesLiteral(const QByteArray &bytes) const
{
    return QLatin1String("X'") + QString::fromLatin1(bytes.toHex()) + u'\'';
}

QString GenericDialect::realLiteral(double value) const
{
    QString text = Value::real(value).toText();
    // A whole number would be an integer to the server.
    if (!text.contains(u'.') && !text.contains(u'e') && !text.contains(u'n'))
        text += QLatin1String(".0");
    return text;
}

QString GenericDialect::booleanLiteral(bool value) const { return value ? QStringLiteral("TRUE") : QStringLiteral("FALSE"); }
QString GenericDialect::placeholder(int) const { return QStringLiteral("?"); }

QStringList GenericDialect::words(const char *blankSeparated)
{
    return QString::fromLatin1(blankSeparated).split(u' ', Qt::SkipEmptyParts);
}

QSet<QString> GenericDialect::wordSet(const char *blankSeparated)
{
    const QStringList list = words(blankSeparated);
    return {list.begin(), list.end()};
}

schema::Type withEnumValues(schema::Type type, const schema::Catalog &catalog)
{
    if (type.kind == schema::TypeKind::Enum && type.enumValues.isEmpty()) {
        if (const schema::EnumType *found = catalog.enumType(type.enumName))
            type.enumValues = found->values;
    }
    for (schema::Type &element : type.element)
        element = withEnumValues(std::move(element), catalog);
    return type;
}

} // namespace joinery::dialect
