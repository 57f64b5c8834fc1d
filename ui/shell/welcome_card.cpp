// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcome_card.h"

#include "ui/common/theme.h"

#include <QPainter>

namespace joinery::ui {

namespace {

constexpr int kLeft = 46;
constexpr int kEdge = 14;

} // namespace

WelcomeCard::WelcomeCard(const QString &iconName, QWidget *parent) : QAbstractButton(parent), m_icon(iconName)
{
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void WelcomeCard::setTexts(const QString &title, const QString &line)
{
    setText(title);
    m_line = line;
    setAccessibleName(QString(title).remove(u'&'));
    setAccessibleDescription(line);
    updateGeometry();
    update();
}

QFont WelcomeCard::titleFont() const
{
    QFont font = this->font();
    font.setWeight(QFont::DemiBold);
    return font;
}

QSize WelcomeCard::sizeHint() const
{
    return {400, heightForWidth(400)};
}

int WelcomeCard::heightForWidth(int width) const
{
    const QRect line = fontMetrics().boundingRect(QRect(0, 0, width - kLeft - kEdge, 1000), Qt::TextWordWrap, m_line);
    return 2 * kEdge - 2 + QFontMetrics(titleFont()).height() + line.height();
}

void WelcomeCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &colors = theme().colors();
    const bool lit = underMouse() || hasFocus();
    painter.setPen(QPen(lit ? colors.accent : colors.border, 1));
    painter.setBrush(isDown() ? colors.accentSoft : colors.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::kCardRadius, metrics::kCardRadius);
    ui::icon(m_icon, colors.accent).paint(&painter, QRect(15, kEdge - 1, 20, 20));
    painter.setPen(colors.text);
    painter.setFont(titleFont());
    const int titleHeight = painter.fontMetrics().height();
    painter.drawText(QRect(kLeft, kEdge - 1, width() - kLeft - kEdge, titleHeight), Qt::AlignLeft | Qt::AlignVCenter, text());
    painter.setFont(font());
    painter.setPen(colors.dim);
    painter.drawText(QRect(kLeft, kEdge - 1 + titleHeight, width() - kLeft - kEdge, height()), Qt::TextWordWrap, m_line);
}

} // namespace joinery::ui
