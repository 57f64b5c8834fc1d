// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/object_names.h"

namespace joinery::dialect {

namespace {

constexpr qsizetype kMost = 63;

/// No character is cut in two.
QString clipped(const QByteArray &utf8, qsizetype bytes)
{
    while (bytes > 0 && bytes < utf8.size() && (uchar(utf8.at(bytes)) & 0xc0) == 0x80)
        --bytes;
    return QString::fromUtf8(utf8.left(bytes));
}

} // namespace

// makeObjectName in the server's indexcmds.c.
QString objectName(const QString &table, const QString &column, const QString &label)
{
    const QByteArray first = table.toUtf8(), second = column.toUtf8();
    const qsizetype overhead = label.toUtf8().size() + 1 + (column.isEmpty() ? 0 : 1);
    qsizetype firstSize = first.size(), secondSize = second.size();
    while (firstSize + secondSize > kMost - overhead) {
        if (firstSize > secondSize)
            --firstSize;
        else
            --secondSize;
    }
    QString name = clipped(first, firstSize);
    if (!column.isEmpty())
        name += u'_' + clipped(second, secondSize);
    return name + u'_' + label;
}

QString joinedColumns(const QStringList &columns)
{
    QString name;
    for (const QString &column : columns) {
        if (!name.isEmpty())
            name += u'_';
        name += column;
        if (name.toUtf8().size() > kMost)
            break;
    }
    return name;
}

} // namespace joinery::dialect
