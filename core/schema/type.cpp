// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/type.h"

#include <QHash>

namespace joinery::schema {

namespace {

struct Spelling
{
    TypeKind kind;
    const char *name;
};

// The first spelling of a kind is the one that is written.
constexpr Spelling kSpellings[] = {
    {TypeKind::Boolean, "Boolean"}, {TypeKind::Boolean, "bool"},
    {TypeKind::SmallInteger, "SmallInteger"}, {TypeKind::SmallInteger, "smallint"}, {TypeKind::SmallInteger, "int2"},
    {TypeKind::Integer, "Integer"}, {TypeKind::Integer, "int"}, {TypeKind::Integer, "int4"},
    {TypeKind::BigInteger, "BigInteger"}, {TypeKind::BigInteger, "bigint"}, {TypeKind::BigInteger, "int8"},
    {TypeKind::Float, "Float"}, {TypeKind::Float, "real"},
    {TypeKind::Double, "Double"}, {TypeKind::Double, "double_precision"}, {TypeKind::Double, "double precision"},
    {TypeKind::Numeric, "Numeric"}, {TypeKind::Numeric, "decimal"}, {TypeKind::Numeric, "dec"},
    {TypeKind::String, "String"}, {TypeKind::String, "varchar"}, {TypeKind::String, "nvarchar"},
    {TypeKind::String, "unicode"}, {TypeKind::String, "character varying"},
    {TypeKind::Char, "CHAR"}, {TypeKind::Char, "nchar"}, {TypeKind::Char, "character"},
    {TypeKind::Text, "Text"}, {TypeKind::Text, "unicodetext"}, {TypeKind::Text, "clob"},
    {TypeKind::LargeBinary, "LargeBinary"}, {TypeKind::LargeBinary, "blob"}, {TypeKind::LargeBinary, "binary"},
    {TypeKind::LargeBinary, "varbinary"}, {TypeKind::LargeBinary, "bytea"},
    {TypeKind::Date, "Date"}, {TypeKind::Time, "Time"}, {TypeKind::Time, "timetz"},
    {TypeKind::DateTime, "DateTime"}, {TypeKind::DateTime, "timestamp"}, {TypeKind::DateTime, "timestamptz"},
    {TypeKind::Interval, "Interval"}, {TypeKind::Json, "JSON"}, {TypeKind::Json, "jsonb"},
    {TypeKind::Uuid, "Uuid"}, {TypeKind::Enum, "Enum"}, {TypeKind::Array, "ARRAY"},
};

QString nameOf(TypeKind kind)
{
    for (const Spelling &spelling : kSpellings) {
        if (spelling.kind == kind)
            return QString::fromLatin1(spelling.name);
    }
    return {};
}

std::optional<TypeKind> kindOf(const QString &name)
{
    for (const Spelling &spelling : kSpellings) {
        if (name.compare(QLatin1String(spelling.name), Qt::CaseInsensitive) == 0)
            return spelling.kind;
    }
    return {};
}

QString quoted(QString value) { return u'\'' + value.replace(u'\'', QLatin1String("''")) + u'\''; }

/// "a, 'b, c', D(1, 2)" -> three. Nothing where a quote or a parenthesis is left open.
std::optional<QStringList> splitArguments(const QString &text)
{
    QStringList parts;
    QString part;
    int depth = 0;
    QChar quote;
    for (const QChar c : text) {
        if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
        } else if (c == u'\'' || c == u'"') {
            quote = c;
        } else if (c == u'(' || c == u')') {
            depth += c == u'(' ? 1 : -1;
        } else if (c == u',' && depth == 0) {
            parts.append(part.trimmed());
            part.clear();
            continue;
        }
        part.append(c);
    }
    if (!quote.isNull() || depth != 0)
        return {};
    if (!part.trimmed().isEmpty() || !parts.isEmpty())
        parts.append(part.trimmed());
    return parts;
}

bool takeKeyword(Type &type, const QString &argument)
{
    const QString word = argument.toLower().remove(u' ');
    if (word == QLatin1String("timezone") || word == QLatin1String("timezone=true"))
        return type.timezone = type.kind == TypeKind::Time || type.kind == TypeKind::DateTime;
    if (word == QLatin1String("timezone=false"))
        return true;
    if (word == QLatin1String("unsigned") || word == QLatin1String("unsigned=true"))
        return type.isUnsigned = true;
    return false;
}

bool takeNumber(Type &type, QString argument, int position)
{
    const qsizetype equals = argument.indexOf(u'=');
    const QString key = equals < 0 ? QString() : argument.left(equals).trimmed().toLower();
    bool ok = false;
    const int number = argument.mid(equals + 1).trimmed().toInt(&ok);
    if (!ok || number < 0)
        return false;
    const bool second = position == 1 || key == QLatin1String("scale");
    switch (type.kind) {
    case TypeKind::String:
    case TypeKind::Char:
    case TypeKind::Text:
    case TypeKind::LargeBinary:
        type.length = number;
        return position == 0;
    case TypeKind::Numeric:
        (second ? type.scale : type.precision) = number;
        return position < 2;
    case TypeKind::Float:
    case TypeKind::Interval:
    case TypeKind::Time:
    case TypeKind::DateTime:
        type.precision = number;
        return true;
    default:
        return false;
    }
}

QString unquoted(const QString &argument)
{
    if (argument.size() < 2 || (argument.at(0) != u'\'' && argument.at(0) != u'"'))
        return argument;
    const QChar quote = argument.at(0);
    return argument.mid(1, argument.size() - 2).replace(QString(2, quote), QString(quote));
}

bool takeEnum(Type &type, const QStringList &arguments)
{
    for (const QString &argument : arguments) {
        const qsizetype equals = argument.startsWith(u'\'') ? -1 : argument.indexOf(u'=');
        const QString name = argument.left(equals).trimmed();
        if (equals >= 0 && name.compare(QLatin1String("name"), Qt::CaseInsensitive) == 0)
            type.enumName = Name(unquoted(argument.mid(equals + 1).trimmed()));
        else if (argument.startsWith(u'\'') || argument.startsWith(u'"'))
            type.enumValues.append(unquoted(argument));
        else if (arguments.size() == 1 && !argument.isEmpty() && equals < 0)
            type.enumName = argument.contains(u'.') ? Name(argument.section(u'.', 0, 0), argument.section(u'.', 1))
                                                    : Name(argument);
        else
            return false;
    }
    return !arguments.isEmpty();
}

bool takeArray(Type &type, const QStringList &arguments)
{
    std::optional<Type> element = arguments.isEmpty() ? std::nullopt : Type::fromString(arguments.first());
    if (!element || arguments.size() > 2)
        return false;
    type.element.push_back(*element);
    type.dimensions = 1;
    if (arguments.size() == 2) {
        bool ok = false;
        type.dimensions = arguments.at(1).section(u'=', -1).toInt(&ok);
        return ok && type.dimensions > 0;
    }
    return true;
}

} // namespace

QString Type::toString() const
{
    if (kind == TypeKind::Native)
        return nativeText;
    QString name = nameOf(kind);
    QStringList arguments;
    if (length)
        arguments.append(QString::number(*length));
    if (precision)
        arguments.append(QString::number(*precision));
    if (scale)
        arguments.append(QString::number(*scale));
    if (timezone)
        arguments.prepend(QStringLiteral("timezone"));
    if (isUnsigned)
        arguments.append(QStringLiteral("unsigned"));
    if (kind == TypeKind::Json && binary)
        name = QStringLiteral("JSONB");
    if (kind == TypeKind::Enum) {
        for (const QString &value : enumValues)
            arguments.append(quoted(value));
        if (!enumName.isEmpty())
            arguments.append(enumValues.isEmpty() ? enumName.toString() : QString(QLatin1String("name=") + quoted(enumName.name)));
    }
    if (kind == TypeKind::Array) {
        if (!element.empty())
            arguments.append(element.front().toString());
        if (dimensions > 1)
            arguments.append(QString::number(dimensions));
    }
    return arguments.isEmpty() ? name : QString(name + u'(' + arguments.join(QLatin1String(", ")) + u')');
}

std::optional<Type> Type::fromString(const QString &text)
{
    QString rest = text.simplified();
    bool withTimeZone = false;
    for (const auto &[suffix, zone] : {std::pair(QLatin1String(" with time zone"), true),
                                       std::pair(QLatin1String(" without time zone"), false)}) {
        if (rest.endsWith(suffix, Qt::CaseInsensitive)) {
            rest.chop(suffix.size());
            withTimeZone = zone;
        }
    }
    const qsizetype open = rest.indexOf(u'(');
    if (open >= 0 && !rest.endsWith(u')'))
        return {};
    const QString name = (open < 0 ? rest : rest.left(open)).trimmed();
    const std::optional<TypeKind> kind = kindOf(name);
    if (!kind)
        return {};
    const std::optional<QStringList> arguments = splitArguments(open < 0 ? QString() : rest.mid(open + 1, rest.size() - open - 2));
    if (!arguments)
        return {};
    Type type = of(*kind);
    type.binary = name.compare(QLatin1String("jsonb"), Qt::CaseInsensitive) == 0;
    const bool hasTime = *kind == TypeKind::Time || *kind == TypeKind::DateTime;
    if (withTimeZone && !hasTime)
        return {};
    type.timezone = withTimeZone || (hasTime && name.endsWith(QLatin1String("tz"), Qt::CaseInsensitive));
    if (*kind == TypeKind::Enum)
        return takeEnum(type, *arguments) ? std::optional(type) : std::nullopt;
    if (*kind == TypeKind::Array)
        return takeArray(type, *arguments) ? std::optional(type) : std::nullopt;
    int position = 0;
    for (const QString &argument : *arguments) {
        if (takeKeyword(type, argument))
            continue;
        if (!takeNumber(type, argument, position++))
            return {};
    }
    return type;
}

} // namespace joinery::schema
