// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workbench/page.h"

#include <QTabBar>

namespace joinery::ui {

/// Tabs of pages: icon, title, dim origin, and on the current one a line in the colour of its environment. The text of
/// a tab, which is not painted, is what a screen reader says.
class PageTabBar : public QTabBar
{
    Q_OBJECT
public:
    explicit PageTabBar(QWidget *parent = nullptr);

    void insertPage(int index, Page *page);
    Page *page(int index) const;
    int indexOf(const Page *page) const;
    int wantedWidth() const; ///< in which no tab would be cut
    void setActive(bool active); ///< whether the group has the focus of the window

Q_SIGNALS:
    void closeRequested(joinery::ui::Page *page);
    void menuRequested(joinery::ui::Page *page, const QPoint &globalPosition);

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    QRect closeRect(int index) const;
    void refresh(Page *page);
    void paintTab(QPainter &painter, int index) const;

    int m_hovered = -1;
    bool m_overClose = false;
    int m_closePressed = -1;
    bool m_active = true;
};

} // namespace joinery::ui
