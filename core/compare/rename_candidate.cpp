// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/rename_candidate.h"

#include "core/compare/compare.h"

#include <QCryptographicHash>

namespace joinery::compare {

namespace {

QString joined(const schema::Name &table, const QString &column)
{
    return column.isEmpty() ? table.toString() : QString(table.toString() + u'.' + column);
}

/// Everything before the last dot is the table, and of that everything before its last dot the schema.
std::optional<std::pair<schema::Name, QString>> parsePath(const QString &text, bool column)
{
    QStringList parts = text.trimmed().split(u'.');
    if (parts.contains(QString()) || parts.size() > (column ? 3 : 2))
        return std::nullopt;
    const QString last = column && parts.size() > 1 ? parts.takeLast() : QString();
    const QString name = parts.takeLast();
    return std::pair(schema::Name(parts.join(u'.'), name), last);
}

} // namespace

QString RenameCandidate::toString() const
{
    return joined(fromTable, fromColumn) + QStringLiteral(" -> ") + joined(toTable, toColumn);
}

QString RenameCandidate::id() const
{
    const QByteArray text = QStringLiteral("%1 %2").arg(int(kind)).arg(toString()).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
    return QStringLiteral("q_") + QString::fromLatin1(hash.left(12));
}

Result<RenameHint> RenameHint::parse(const QString &text)
{
    const auto wrong = [&] {
        return fail(ErrorKind::InvalidInput,
                    QStringLiteral("\"%1\" is no rename; write old=new or table.old=table.new.").arg(text));
    };
    const QStringList sides = text.split(u'=');
    if (sides.size() != 2)
        return wrong();
    // Two names with one dot each are a column; without a dot a table. A schema needs both of its dots.
    const bool column = sides[0].contains(u'.');
    const auto from = parsePath(sides[0], column);
    const auto to = parsePath(sides[1], column && sides[1].contains(u'.'));
    if (!from || !to)
        return wrong();
    RenameHint hint{from->first, to->first, from->second, to->second};
    if (column && to->second.isEmpty()) { // book.writer=author
        hint.toTable = from->first;
        hint.toColumn = to->first.name;
    }
    return hint;
}

} // namespace joinery::compare
