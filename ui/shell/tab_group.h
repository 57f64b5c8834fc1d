// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workbench/page.h"

#include <QStackedWidget>
#include <QToolButton>

namespace joinery::ui {

class PageTabBar;

/// One row of tabs with the page that is in front. Where the tabs do not fit they scroll, and a list of all of them stands
/// behind the last one.
class TabGroup : public QWidget
{
    Q_OBJECT
public:
    explicit TabGroup(QWidget *parent = nullptr);

    void insert(int index, Page *page); ///< -1: at the end
    void remove(Page *page);            ///< the page is not deleted
    int indexOf(const Page *page) const;
    QList<Page *> pages() const;
    Page *currentPage() const;
    void setCurrentPage(Page *page);
    void step(int by); ///< to the next or previous tab, around
    void setActive(bool active);
    /// Alone it may ask for the width that its pages want, within bounds; beside others it takes what it gets.
    void setAlone(bool alone);
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentChanged();
    void arranged(); ///< tabs were moved
    void closeRequested(joinery::ui::Page *page);
    void menuRequested(joinery::ui::Page *page, const QPoint &globalPosition);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void fillList();

    PageTabBar *m_bar;
    QToolButton *m_list;
    QStackedWidget *m_stack;
    bool m_alone = true;
};

} // namespace joinery::ui
