// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/python_text.h"

#include <QDate>
#include <QRegularExpression>

#include <cmath>

namespace joinery::ui {

using driver::Value;
using driver::ValueTag;
using schema::TypeKind;

namespace {

QString bytesLiteral(const QByteArray &bytes)
{
    QString text = QStringLiteral("b'");
    for (const char byte : bytes) {
        const uchar code = uchar(byte);
        if (code >= 0x20 && code < 0x7f && byte != '\'' && byte != '\\')
            text += QLatin1Char(byte);
        else
            text += QStringLiteral("\\x%1").arg(code, 2, 16, QLatin1Char('0'));
    }
    return text + u'\'';
}

QString textualLiteral(const QString &text, TypeKind kind)
{
    switch (kind) {
    case TypeKind::Date:
        if (const QDate date = QDate::fromString(text, Qt::ISODate); date.isValid() && text.size() == 10)
            return QStringLiteral("datetime.date(%1, %2, %3)").arg(date.year()).arg(date.month()).arg(date.day());
        break;
    case TypeKind::DateTime: return u"datetime.datetime.fromisoformat(" % pythonText(text) % u')';
    case TypeKind::Time: return u"datetime.time.fromisoformat(" % pythonText(text) % u')';
    case TypeKind::Uuid: return u"uuid.UUID(" % pythonText(text) % u')';
    case TypeKind::Json: return u"json.loads(" % pythonText(text) % u')';
    case TypeKind::Numeric: return u"Decimal(" % pythonText(text) % u')';
    case TypeKind::SmallInteger: case TypeKind::Integer: case TypeKind::BigInteger: case TypeKind::Float: case TypeKind::Double: {
        static const QRegularExpression number(QStringLiteral("^[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?$"));
        if (number.match(text).hasMatch())
            return text;
        break;
    }
    case TypeKind::Boolean: case TypeKind::String: case TypeKind::Char: case TypeKind::Text: case TypeKind::LargeBinary:
    case TypeKind::Interval: case TypeKind::Enum: case TypeKind::Array: case TypeKind::Native: break;
    }
    return pythonText(text);
}

} // namespace

QString pythonText(const QString &text)
{
    QString quoted = QStringLiteral("'");
    for (const QChar c : text) {
        if (c == u'\\' || c == u'\'')
            quoted += QString(u'\\') + c;
        else if (c == u'\n')
            quoted += QStringLiteral("\\n");
        else if (c == u'\r')
            quoted += QStringLiteral("\\r");
        else if (c == u'\t')
            quoted += QStringLiteral("\\t");
        else if (c.unicode() < 0x20)
            quoted += QStringLiteral("\\x%1").arg(c.unicode(), 2, 16, QLatin1Char('0'));
        else
            quoted += c;
    }
    return quoted + u'\'';
}

bool isPythonName(const QString &name)
{
    static const QRegularExpression identifier(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*$"));
    static const QStringList reserved{
        QStringLiteral("and"), QStringLiteral("as"), QStringLiteral("assert"), QStringLiteral("async"), QStringLiteral("await"),
        QStringLiteral("break"), QStringLiteral("class"), QStringLiteral("continue"), QStringLiteral("def"), QStringLiteral("del"),
        QStringLiteral("elif"), QStringLiteral("else"), QStringLiteral("except"), QStringLiteral("finally"), QStringLiteral("for"),
        QStringLiteral("from"), QStringLiteral("global"), QStringLiteral("if"), QStringLiteral("import"), QStringLiteral("in"),
        QStringLiteral("is"), QStringLiteral("lambda"), QStringLiteral("nonlocal"), QStringLiteral("not"), QStringLiteral("or"),
        QStringLiteral("pass"), QStringLiteral("raise"), QStringLiteral("return"), QStringLiteral("try"), QStringLiteral("while"),
        QStringLiteral("with"), QStringLiteral("yield"), QStringLiteral("None"), QStringLiteral("True"), QStringLiteral("False")};
    return identifier.match(name).hasMatch() && !reserved.contains(name);
}

QString pythonClassName(const QString &table)
{
    static const QRegularExpression between(QStringLiteral("[^A-Za-z0-9]+"));
    QString name;
    for (const QString &word : table.split(between, Qt::SkipEmptyParts))
        name += word.left(1).toUpper() + word.mid(1);
    return name.isEmpty() || name.front().isDigit() ? QString(u"Table" % name) : name;
}

QString pythonLiteral(const Value &value, const schema::Type &type)
{
    switch (value.tag()) {
    case ValueTag::Null:
    case ValueTag::Default: return QStringLiteral("None");
    case ValueTag::Boolean: return value.toBoolean() ? QStringLiteral("True") : QStringLiteral("False");
    case ValueTag::Integer:
        if (type.kind == TypeKind::Boolean && (value.toInteger() == 0 || value.toInteger() == 1))
            return value.toInteger() == 1 ? QStringLiteral("True") : QStringLiteral("False");
        return type.kind == TypeKind::Numeric ? textualLiteral(value.toText(), type.kind) : value.toText();
    case ValueTag::Unsigned: return value.toText();
    case ValueTag::Real:
        if (!std::isfinite(value.toReal()))
            return u"float(" % pythonText(value.toText()) % u')';
        return type.kind == TypeKind::Numeric ? textualLiteral(value.toText(), type.kind) : value.toText();
    case ValueTag::Bytes: return bytesLiteral(value.data());
    case ValueTag::Text:
    case ValueTag::Lexical: return textualLiteral(value.toText(), type.kind);
    }
    Q_UNREACHABLE();
}

} // namespace joinery::ui
