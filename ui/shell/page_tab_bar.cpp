// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_tab_bar.h"

#include "ui/common/theme.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QPainter>

namespace joinery::ui {

namespace {

constexpr int kMargin = 12;
constexpr int kIcon = 16;
constexpr int kGap = 8;
constexpr int kClose = 16;
constexpr int kWidest = 260;
constexpr int kNarrowest = 136; // a name of a dozen letters; what does not fit then is scrolled

} // namespace

PageTabBar::PageTabBar(QWidget *parent) : QTabBar(parent)
{
    setDrawBase(false);
    setMovable(true);
    setExpanding(false);
    setElideMode(Qt::ElideRight);
    setUsesScrollButtons(true);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Open pages"));
    connect(&theme(), &Theme::changed, this, [this] { update(); });
}

void PageTabBar::insertPage(int index, Page *page)
{
    const int at = insertTab(index, QString());
    setTabData(at, QVariant::fromValue<QObject *>(page));
    connect(page, &Page::headerChanged, this, [this, page] { refresh(page); });
    refresh(page);
}

Page *PageTabBar::page(int index) const
{
    return static_cast<Page *>(tabData(index).value<QObject *>());
}

int PageTabBar::indexOf(const Page *page) const
{
    for (int i = 0; i < count(); ++i)
        if (this->page(i) == page)
            return i;
    return -1;
}

void PageTabBar::setActive(bool active)
{
    if (std::exchange(m_active, active) != active)
        update();
}

void PageTabBar::refresh(Page *page)
{
    const int index = indexOf(page);
    if (index < 0)
        return;
    QStringList words{page->title()};
    if (!page->origin().isEmpty())
        words.append(page->origin());
    if (page->isDirty())
        words.append(tr("not saved"));
    const QString text = words.join(QStringLiteral(", "));
    // '&' would be taken for a mnemonic.
    setTabText(index, QString(text).replace(u'&', QStringLiteral("&&")));
    setTabToolTip(index, text);
    update();
}

QSize PageTabBar::tabSizeHint(int index) const
{
    const Page *page = this->page(index);
    if (!page)
        return {100, metrics::kTab};
    int width = kMargin + kIcon + kGap + fontMetrics().horizontalAdvance(page->title());
    if (!page->origin().isEmpty())
        width += kGap - 2 + QFontMetrics(theme().caption()).horizontalAdvance(page->origin());
    return {qMin(width + kGap + kClose + kMargin - 2, kWidest), metrics::kTab};
}

QSize PageTabBar::minimumTabSizeHint(int index) const
{
    return {qMin(tabSizeHint(index).width(), kNarrowest), metrics::kTab};
}

int PageTabBar::wantedWidth() const
{
    int width = 0;
    for (int i = 0; i < count(); ++i)
        width += tabSizeHint(i).width();
    return width;
}

QRect PageTabBar::closeRect(int index) const
{
    const QRect rect = tabRect(index);
    return {rect.right() - kMargin + 3 - kClose, rect.top() + (rect.height() - kClose) / 2 + 1, kClose, kClose};
}

void PageTabBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &colors = theme().colors();
    painter.fillRect(rect(), colors.sunken);
    painter.fillRect(0, height() - 1, width(), 1, colors.border);
    for (int i = 0; i < count(); ++i)
        paintTab(painter, i);
}

void PageTabBar::paintTab(QPainter &painter, int index) const
{
    const Page *page = this->page(index);
    const QRect rect = tabRect(index);
    if (!page || rect.isEmpty())
        return;
    const Colors &colors = theme().colors();
    const bool current = index == currentIndex();
    const bool hovered = index == m_hovered;
    if (current) {
        painter.fillRect(rect, page->kind() == u"welcome" ? colors.window : colors.surface);
        QColor line = page->environment() == Environment::None ? colors.accent : environmentColor(page->environment());
        if (!m_active)
            line.setAlphaF(0.45f);
        painter.fillRect(rect.left(), rect.top(), rect.width(), 2, line);
    } else if (hovered) {
        painter.fillRect(rect.adjusted(0, 0, 0, -1), colors.window);
    }
    painter.fillRect(rect.right(), rect.top(), 1, rect.height(), colors.border);
    if (hasFocus() && current) {
        painter.setPen(colors.accent);
        painter.drawRect(rect.adjusted(3, 4, -4, -4));
    }

    const QColor text = current ? colors.text : colors.dim;
    int x = rect.left() + kMargin;
    const int middle = rect.top() + rect.height() / 2 + 1;
    icon(page->iconName(), text).paint(&painter, QRect(x, middle - kIcon / 2, kIcon, kIcon));
    x += kIcon + kGap;
    const bool closable = current || hovered;
    const int end = closeRect(index).left() - 4;
    painter.setFont(font());
    painter.setPen(text);
    const QString title = fontMetrics().elidedText(page->title(), Qt::ElideRight, qMax(0, end - x));
    const QRect line(x, rect.top() + 1, qMax(0, end - x), rect.height());
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, title);
    x += fontMetrics().horizontalAdvance(title) + kGap - 2;
    if (!page->origin().isEmpty() && x < end) {
        painter.setFont(theme().caption());
        painter.setPen(colors.dim);
        painter.drawText(QRect(x, rect.top() + 1, end - x + 4, rect.height()), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                         QFontMetrics(theme().caption()).elidedText(page->origin(), Qt::ElideRight, end - x + 4));
    }
    const QRect close = closeRect(index);
    if (page->isDirty() && !(hovered && m_overClose)) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.changed);
        painter.drawEllipse(QRectF(close).center() + QPointF(0, 0), 4, 4);
    } else if (closable) {
        if (hovered && m_overClose) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(colors.selection);
            painter.drawRoundedRect(close.adjusted(-2, -2, 2, 2), 3, 3);
        }
        icon(QStringLiteral("close"), colors.text).paint(&painter, close.adjusted(1, 1, -1, -1));
    }
}

void PageTabBar::mousePressEvent(QMouseEvent *event)
{
    const int index = tabAt(event->position().toPoint());
    if (index >= 0 && event->button() == Qt::LeftButton && closeRect(index).adjusted(-3, -3, 3, 3).contains(event->position().toPoint())) {
        m_closePressed = index;
        return;
    }
    QTabBar::mousePressEvent(event);
}

void PageTabBar::mouseReleaseEvent(QMouseEvent *event)
{
    const int index = tabAt(event->position().toPoint());
    if (event->button() == Qt::MiddleButton && index >= 0) {
        Q_EMIT closeRequested(page(index));
        return;
    }
    if (std::exchange(m_closePressed, -1) == index && index >= 0 && closeRect(index).adjusted(-3, -3, 3, 3).contains(event->position().toPoint())) {
        Q_EMIT closeRequested(page(index));
        return;
    }
    QTabBar::mouseReleaseEvent(event);
}

void PageTabBar::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    m_hovered = tabAt(position);
    m_overClose = m_hovered >= 0 && closeRect(m_hovered).adjusted(-3, -3, 3, 3).contains(position);
    update();
    if (m_closePressed < 0)
        QTabBar::mouseMoveEvent(event);
}

void PageTabBar::leaveEvent(QEvent *event)
{
    m_hovered = -1;
    m_overClose = false;
    update();
    QTabBar::leaveEvent(event);
}

void PageTabBar::contextMenuEvent(QContextMenuEvent *event)
{
    const int index = event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : tabAt(event->pos());
    if (index >= 0)
        Q_EMIT menuRequested(page(index), event->globalPos());
}

} // namespace joinery::ui
