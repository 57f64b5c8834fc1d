// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/search_box.h"

#include "ui/common/retranslate.h"
#include "ui/common/theme.h"

#include <QPainter>

namespace joinery::ui {

SearchBox::SearchBox(QAction *action, QWidget *parent) : QAbstractButton(parent), m_action(action)
{
    setCursor(Qt::IBeamCursor);
    setFocusPolicy(Qt::TabFocus);
    retranslating(this, [this] {
        setText(tr("Go to table, model, revision…"));
        setAccessibleName(text());
    });
    connect(this, &QAbstractButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, this, [this] { update(); });
}

QSize SearchBox::sizeHint() const
{
    return {300, 26};
}

void SearchBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &colors = theme().colors();
    painter.setPen(hasFocus() ? colors.accent : colors.border);
    painter.setBrush(colors.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::kRadius, metrics::kRadius);
    ui::icon(QStringLiteral("search"), colors.dim).paint(&painter, QRect(10, (height() - 14) / 2, 14, 14));
    painter.setPen(colors.dim);
    const QString keys = m_action->shortcut().toString(QKeySequence::NativeText);
    const int keysWidth = fontMetrics().horizontalAdvance(keys);
    painter.drawText(rect().adjusted(32, 0, -keysWidth - 18, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(text(), Qt::ElideRight, width() - keysWidth - 50));
    painter.drawText(rect().adjusted(0, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight, keys);
}

} // namespace joinery::ui
