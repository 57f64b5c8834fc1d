// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/tab_group.h"

#include <QJsonObject>

class QSplitter;

namespace joinery::ui {

/// The middle of the window: groups of tabs, split in both directions. Never without a group.
class TabArea : public QWidget
{
    Q_OBJECT
public:
    explicit TabArea(QWidget *parent = nullptr);

    QList<Page *> pages() const;
    Page *currentPage() const; ///< of the active group
    void setCurrentPage(Page *page);
    void add(Page *page);      ///< into the active group, behind the current tab, and to the front
    void replace(Page *old, Page *page);
    void remove(Page *page);   ///< the page is not deleted
    /// Moves the page into a new group beside its own.
    void split(Page *page, Qt::Orientation direction);
    void step(int by);
    void stepGroup();

    using Describe = std::function<QJsonObject(Page *)>;
    using Make = std::function<Page *(const QJsonObject &)>;
    QJsonObject toJson(const Describe &describe) const;
    void restore(const QJsonObject &layout, const Make &make);

Q_SIGNALS:
    void currentChanged();
    void arranged();
    void closeRequested(joinery::ui::Page *page);
    void menuRequested(joinery::ui::Page *page, const QPoint &globalPosition);

private:
    TabGroup *makeGroup();
    TabGroup *groupOf(const Page *page) const;
    QList<TabGroup *> groups() const;
    void activate(TabGroup *group);
    void drop(TabGroup *group);
    void weigh();
    QJsonObject describe(const QWidget *node, const Describe &describe) const;
    QWidget *build(const QJsonObject &node, const Make &make);

    QSplitter *m_root;
    TabGroup *m_active = nullptr;
};

} // namespace joinery::ui
