// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/normal_default.h"

#include "core/compare/normal_form.h"
#include "core/schema/type_kinds.h"

#include <QSet>

namespace joinery::compare {

namespace {

/// 007, 7 and +7 are one number, and 1.50 is 1.5.
QString normalNumber(QString text)
{
    bool valid = false;
    (void)text.toDouble(&valid);
    if (!valid || text.contains(u'e', Qt::CaseInsensitive))
        return text;
    const bool negative = text.startsWith(u'-');
    if (negative || text.startsWith(u'+'))
        text.remove(0, 1);
    if (text.contains(u'.')) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(u'.'))
            text.chop(1);
    }
    while (text.size() > 1 && text.front() == u'0' && text.at(1).isDigit())
        text.remove(0, 1);
    if (text.isEmpty() || text.front() == u'.')
        text.prepend(u'0');
    return negative && text != QLatin1String("0") ? QString(u'-' + text) : text;
}

QString literalOf(const schema::Column &column, const QString &value)
{
    if (isNumber(column.type.kind))
        return normalNumber(value.trimmed());
    if (column.type.kind == schema::TypeKind::Boolean) {
        static const QSet<QString> kTrue = {QStringLiteral("1"), QStringLiteral("t"), QStringLiteral("true"),
                                            QStringLiteral("yes"), QStringLiteral("on"), QStringLiteral("b'1'")};
        return kTrue.contains(value.toLower()) ? QStringLiteral("true") : QStringLiteral("false");
    }
    return QString(u'\'' + value + u'\'');
}

} // namespace

QString normalDefault(const schema::Column &column, const QString &dialect)
{
    if (!column.defaultValue)
        return {};
    const schema::Default &value = *column.defaultValue;
    if (value.kind == schema::Default::Kind::Literal)
        return literalOf(column, value.text);
    const QString normal = normalExpression(value.text, dialect);
    if (normal == QLatin1String("null"))
        return {};
    if (normal.size() >= 2 && normal.startsWith(u'\'') && normal.endsWith(u'\'') && !normal.contains(u' ' + QStringLiteral("||")))
        return literalOf(column, normal.mid(1, normal.size() - 2).replace(QStringLiteral("''"), QStringLiteral("'")));
    const bool constant = normal == QLatin1String("true") || normal == QLatin1String("false")
        || (!normal.isEmpty() && (normal.front().isDigit() || (normal.front() == u'-' && normal.size() > 1 && normal.at(1).isDigit())));
    if (constant && (isNumber(column.type.kind) || column.type.kind == schema::TypeKind::Boolean))
        return literalOf(column, normal);
    return normal;
}

} // namespace joinery::compare
