// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/type_text.h"

namespace joinery::dialect {

TypeText TypeText::parse(const QString &text)
{
    TypeText result;
    QString rest = text.simplified();
    while (rest.endsWith(u']')) {
        const qsizetype open = rest.lastIndexOf(u'[');
        if (open < 0)
            break;
        rest = rest.left(open).trimmed();
        ++result.dimensions;
    }
    // Only the first list in parentheses holds arguments; strings may hold parentheses and commas.
    QString argument;
    int depth = 0;
    bool done = false;
    QChar quote;
    for (const QChar c : std::as_const(rest)) {
        if (depth == 0) {
            if (c == u'(' && !done)
                depth = 1;
            else
                result.name.append(c);
            continue;
        }
        if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
            argument.append(c);
            continue;
        }
        if (c == u'\'' || c == u'"') {
            quote = c;
        } else if (c == u'(') {
            ++depth;
        } else if (c == u')' && --depth == 0) {
            result.arguments.append(argument.trimmed());
            result.name.append(u' ');
            done = true;
            continue;
        } else if (c == u',' && depth == 1) {
            result.arguments.append(argument.trimmed());
            argument.clear();
            continue;
        }
        argument.append(c);
    }
    result.name = result.name.simplified().toLower();
    return result;
}

std::optional<int> TypeText::number(int index) const
{
    if (index >= arguments.size())
        return {};
    bool ok = false;
    const int value = arguments.at(index).toInt(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

bool TypeText::takeWord(const QString &word)
{
    QStringList words = name.split(u' ');
    const bool taken = words.removeAll(word) > 0;
    name = words.join(u' ');
    return taken;
}

QStringList TypeText::strings(bool backslashes) const
{
    QStringList values;
    for (const QString &argument : arguments) {
        QString value = argument;
        if (value.size() >= 2 && (value.startsWith(u'\'') || value.startsWith(u'"'))) {
            const QChar quote = value.at(0);
            value = value.mid(1, value.size() - 2).replace(QString(2, quote), QString(quote));
            if (backslashes)
                value.replace(QLatin1String("\\\\"), QLatin1String("\\"));
        }
        values.append(value);
    }
    return values;
}

} // namespace joinery::dialect
