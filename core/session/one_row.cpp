// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/one_row.h"

namespace joinery::session {

Error notOneRow(qint64 hit, const QString &statement)
{
    Error error;
    error.kind = ErrorKind::Conflict;
    error.statement = statement;
    if (hit == 0)
        error.message = QStringLiteral("The statement found no row: the row is not as it was when it was read. Nothing was written.");
    else if (hit < 0)
        error.message = QStringLiteral("The database does not say how many rows were changed. Nothing was written.");
    else
        error.message = QStringLiteral("The statement would touch %1 rows, because nothing tells them apart. Nothing was written.").arg(hit);
    return error;
}

QString whereKeyIn(const QStringList &columns, std::span<const std::vector<driver::Value>> keys,
                   const std::function<QString(const driver::Value &)> &bind)
{
    QStringList parts;
    for (const std::vector<driver::Value> &key : keys) {
        QStringList places;
        for (size_t i = 0; i < key.size(); ++i)
            places.append(columns.size() == 1 ? bind(key[i]) : QString(columns.at(qsizetype(i)) % u" = " % bind(key[i])));
        parts.append(columns.size() == 1 ? places.first() : QString(u'(' % places.join(QStringLiteral(" AND ")) % u')'));
    }
    return columns.size() == 1 ? QString(u" WHERE " % columns.first() % u" IN (" % parts.join(QStringLiteral(", ")) % u')')
                               : QString(u" WHERE " % parts.join(QStringLiteral(" OR ")));
}

} // namespace joinery::session
