// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/quick_pick_delegate.h"

#include "ui/common/theme.h"
#include "ui/shell/quick_pick_model.h"

#include <QPainter>

namespace joinery::ui {

void QuickPickDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &model = static_cast<const QuickPickModel &>(*index.model());
    const QuickPick::Entry &entry = model.entry(index.row());
    const QList<int> &hits = model.positions(index.row());
    const Colors &colors = theme().colors();
    const QRect rect = option.rect;
    if (option.state & QStyle::State_Selected) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(colors.selection);
        painter->drawRoundedRect(rect.adjusted(4, 0, -4, 0), metrics::kRadius, metrics::kRadius);
    }
    const QColor text = entry.enabled ? colors.text : colors.dim;
    if (!entry.iconName.isEmpty())
        icon(entry.iconName, text).paint(painter, QRect(rect.left() + 14, rect.top() + (rect.height() - 16) / 2, 16, 16));
    const QFont caption = theme().caption();
    const int rightWidth = QFontMetrics(caption).horizontalAdvance(entry.right);
    painter->setFont(caption);
    painter->setPen(colors.dim);
    painter->drawText(rect.adjusted(0, 0, -16, 0), Qt::AlignVCenter | Qt::AlignRight, entry.right);
    const int end = rect.right() - 28 - rightWidth;

    QFont bold = option.font;
    bold.setWeight(QFont::Bold);
    int x = rect.left() + 40;
    for (int from = 0; from < entry.text.size() && x < end;) {
        const bool hit = hits.contains(from);
        int to = from + 1;
        while (to < entry.text.size() && hits.contains(to) == hit)
            ++to;
        painter->setFont(hit ? bold : option.font);
        painter->setPen(hit ? colors.accent : text);
        const QString piece = painter->fontMetrics().elidedText(entry.text.mid(from, to - from), Qt::ElideRight, end - x);
        painter->drawText(QRect(x, rect.top(), end - x, rect.height()), Qt::AlignVCenter | Qt::AlignLeft, piece);
        x += painter->fontMetrics().horizontalAdvance(piece);
        from = to;
    }
    if (!entry.detail.isEmpty() && x + 10 < end) {
        painter->setFont(caption);
        painter->setPen(colors.dim);
        painter->drawText(QRect(x + 10, rect.top(), end - x - 10, rect.height()), Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(entry.detail, Qt::ElideRight, end - x - 10));
    }
}

QSize QuickPickDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, 28};
}

} // namespace joinery::ui
