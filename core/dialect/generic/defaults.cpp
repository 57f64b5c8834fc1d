// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/generic/generic_dialect.h"

#include "core/schema/type_kinds.h"

#include <QRegularExpression>

namespace joinery::dialect {

using schema::Default;
using schema::TypeKind;

namespace {

bool isNumber(const QString &text)
{
    static const QRegularExpression number(QStringLiteral("^[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?$"));
    return number.match(text).hasMatch();
}

std::optional<bool> booleanOf(const QString &text)
{
    const QString word = text.toLower();
    if (word == QLatin1String("true") || word == QLatin1String("1") || word == QLatin1String("t"))
        return true;
    if (word == QLatin1String("false") || word == QLatin1String("0") || word == QLatin1String("f"))
        return false;
    return {};
}

} // namespace

QString GenericDialect::defaultText(const Default &value, const schema::Type &type) const
{
    if (value.kind == Default::Kind::Expression || (schema::isNumber(type.kind) && isNumber(value.text)))
        return value.text;
    if (type.kind == TypeKind::Boolean) {
        if (const std::optional<bool> truth = booleanOf(value.text))
            return booleanLiteral(*truth);
    }
    return textLiteral(value.text.toUtf8());
}

Default GenericDialect::parseDefault(const QString &sql, const schema::Type &type) const
{
    Default literal{Default::Kind::Literal, sql};
    if (type.kind == TypeKind::Boolean) {
        const std::optional<bool> truth = booleanOf(sql);
        if (truth && booleanLiteral(*truth).compare(sql, Qt::CaseInsensitive) == 0) {
            literal.text = *truth ? QStringLiteral("true") : QStringLiteral("false");
            return literal;
        }
    } else if (schema::isNumber(type.kind) && isNumber(sql)) {
        return literal;
    }
    if (sql.size() >= 2 && sql.startsWith(u'\'') && sql.endsWith(u'\'')) {
        literal.text = sql.mid(1, sql.size() - 2).replace(QLatin1String("''"), QLatin1String("'"));
        if (defaultText(literal, type) == sql)
            return literal;
    }
    return {Default::Kind::Expression, sql};
}

} // namespace joinery::dialect
