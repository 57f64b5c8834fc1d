// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/conversion.h"

#include <QCryptographicHash>

namespace joinery::compare {

QString ConversionQuestion::toString() const
{
    return QStringLiteral("%1.%2: %3 to %4").arg(table.toString(), column, onlyBack ? to : from, onlyBack ? from : to);
}

QString ConversionQuestion::id() const
{
    const QByteArray text = "conversion " + toString().toUtf8();
    const QByteArray hash = QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
    return QStringLiteral("q_") + QString::fromLatin1(hash.left(12));
}

Result<ConversionAnswer> ConversionAnswer::parse(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    QStringList path = text.left(equals < 0 ? 0 : equals).trimmed().split(u'.');
    const QString expression = text.mid(equals + 1).trimmed();
    if (path.size() < 2 || path.size() > 3 || path.contains(QString()) || expression.isEmpty())
        return fail(ErrorKind::InvalidInput, QStringLiteral("\"%1\" names no conversion; write table.column=EXPRESSION.").arg(text));
    ConversionAnswer answer;
    answer.column = path.takeLast();
    const QString table = path.takeLast();
    answer.table = schema::Name(path.join(u'.'), table);
    answer.conversion = expression;
    return answer;
}

} // namespace joinery::compare
