// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/copy_rows.h"

#include <map>
#include <set>

namespace joinery::ui {

namespace {

QString field(const QString &text)
{
    if (!text.contains(u'\t') && !text.contains(u'\n') && !text.contains(u'\r') && !text.startsWith(u'"'))
        return text;
    QString quoted = text;
    return u'"' % quoted.replace(u'"', QStringLiteral("\"\"")) % u'"';
}

} // namespace

CopiedRows copyAsTsv(const GridModel &model, const QItemSelection &selection)
{
    std::map<int, std::set<int>> cells;
    std::set<int> columns;
    for (const QItemSelectionRange &range : selection) {
        for (int column = range.left(); column <= range.right(); ++column)
            columns.insert(column);
        for (int row = range.top(); row <= range.bottom(); ++row) {
            for (int column = range.left(); column <= range.right(); ++column)
                cells[row].insert(column);
        }
    }
    CopiedRows copied;
    QStringList lines;
    for (const auto &[row, chosen] : cells) {
        if (!model.isRead(row)) {
            ++copied.missing;
            continue;
        }
        QStringList fields;
        for (const int column : columns)
            fields.append(chosen.contains(column) ? field(model.value(model.index(row, column)).toText()) : QString());
        lines.append(fields.join(u'\t'));
    }
    copied.text = lines.join(u'\n');
    return copied;
}

} // namespace joinery::ui
