// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

namespace joinery::ui {

/// The handle of a dock: shows itself when the mouse is over it.
class DockStrip : public QWidget
{
    Q_OBJECT
public:
    DockStrip(int height, QDockWidget *dock);
    QSize sizeHint() const override { return {40, m_height}; }
    QSize minimumSizeHint() const override { return {40, m_height}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    int m_height;
    QDockWidget *m_dock;
    bool m_hovered = false;
};

} // namespace joinery::ui
