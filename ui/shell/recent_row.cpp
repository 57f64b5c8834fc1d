// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recent_row.h"

#include "ui/common/theme.h"

#include <QPainter>

namespace joinery::ui {

RecentRow::RecentRow(Environment environment, Sign sign, const Texts &texts, QWidget *parent)
    : QAbstractButton(parent), m_environment(environment), m_sign(sign), m_texts(texts)
{
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setText(texts.name);
    QStringList words{texts.name, texts.detail};
    if (environment != Environment::None)
        words.append(environmentName(environment));
    setAccessibleName(words.join(QStringLiteral(", ")));
}

void RecentRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &colors = theme().colors();
    if (underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(colors.accent) : Qt::NoPen);
        painter.setBrush(colors.sunken);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::kRadius, metrics::kRadius);
    }
    const QColor color = environmentColor(m_environment);
    if (m_sign == Sign::Failed) {
        ui::icon(QStringLiteral("error"), colors.production).paint(&painter, QRect(4, height() / 2 - 8, 16, 16));
    } else {
        painter.setPen(m_sign == Sign::Open ? QPen(Qt::NoPen) : QPen(color, 1.5));
        painter.setBrush(m_sign == Sign::Open ? QBrush(color) : QBrush(Qt::NoBrush));
        painter.drawEllipse(QRectF(8, height() / 2.0 - 4, 8, 8).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    const QFont caption = theme().caption();
    const int agoWidth = QFontMetrics(caption).horizontalAdvance(m_texts.ago);
    const int width = this->width() - 26 - agoWidth - 24;
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(colors.text);
    painter.drawText(QRect(26, 5, width, 17), Qt::AlignVCenter, painter.fontMetrics().elidedText(m_texts.name, Qt::ElideMiddle, width));
    painter.setFont(caption);
    painter.setPen(m_sign == Sign::Failed ? colors.production : colors.dim);
    painter.drawText(QRect(26, 22, width, 17), Qt::AlignVCenter, painter.fontMetrics().elidedText(m_texts.detail, Qt::ElideMiddle, width));
    painter.setPen(colors.dim);
    painter.drawText(rect().adjusted(0, 0, -8, 0), Qt::AlignVCenter | Qt::AlignRight, m_texts.ago);
}

} // namespace joinery::ui
