// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dock_strip.h"

#include "ui/common/theme.h"

#include <QContextMenuEvent>
#include <QMainWindow>
#include <QMenu>
#include <QPainter>

namespace joinery::ui {

DockStrip::DockStrip(int height, QDockWidget *dock) : QWidget(dock), m_height(height), m_dock(dock)
{
    setCursor(Qt::SizeAllCursor);
}

void DockStrip::paintEvent(QPaintEvent *)
{
    if (!m_hovered && !m_dock->isFloating())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().colors().dim);
    for (int i = -2; i <= 2; ++i)
        painter.drawEllipse(QPointF(width() / 2.0 + i * 6, m_height / 2.0), 1.25, 1.25);
}

void DockStrip::enterEvent(QEnterEvent *)
{
    m_hovered = true;
    update();
}

void DockStrip::leaveEvent(QEvent *)
{
    m_hovered = false;
    update();
}

void DockStrip::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto move = [this, menu](const QString &text, const QString &iconName, Qt::DockWidgetArea area) {
        menu->addAction(icon(iconName), text, m_dock, [dock = m_dock, area] {
            dock->setFloating(false);
            if (auto *window = qobject_cast<QMainWindow *>(dock->parentWidget()))
                window->addDockWidget(area, dock);
        });
    };
    move(tr("Move to the left"), QStringLiteral("panel-left"), Qt::LeftDockWidgetArea);
    move(tr("Move to the right"), QStringLiteral("panel-right"), Qt::RightDockWidgetArea);
    move(tr("Move to the bottom"), QStringLiteral("panel-bottom"), Qt::BottomDockWidgetArea);
    menu->addAction(icon(QStringLiteral("external")), m_dock->isFloating() ? tr("Put back") : tr("Own window"), m_dock,
                    [dock = m_dock] { dock->setFloating(!dock->isFloating()); });
    menu->addSeparator();
    menu->addAction(icon(QStringLiteral("close")), tr("Close"), m_dock, &QWidget::close);
    menu->popup(event->globalPos());
}

} // namespace joinery::ui
