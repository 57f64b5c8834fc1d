// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tab_area.h"

#include <QApplication>
#include <QJsonArray>
#include <QSplitter>
#include <QVBoxLayout>

namespace joinery::ui {

namespace {

QSplitter *makeSplitter(Qt::Orientation orientation)
{
    auto *splitter = new QSplitter(orientation);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    return splitter;
}

/// In the order in which they are seen; the order of children is another one.
void collect(const QSplitter &splitter, QList<TabGroup *> &groups)
{
    for (int i = 0; i < splitter.count(); ++i) {
        if (auto *group = qobject_cast<TabGroup *>(splitter.widget(i)))
            groups.append(group);
        else if (const auto *inner = qobject_cast<const QSplitter *>(splitter.widget(i)))
            collect(*inner, groups);
    }
}

} // namespace

TabArea::TabArea(QWidget *parent) : QWidget(parent), m_root(makeSplitter(Qt::Horizontal))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_root);
    m_root->addWidget(makeGroup());
    activate(groups().first());
    // The group in which the user works is the active one.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        for (QWidget *widget = now; widget && widget != this; widget = widget->parentWidget())
            if (auto *group = qobject_cast<TabGroup *>(widget); group && isAncestorOf(group)) {
                activate(group);
                return;
            }
    });
}

TabGroup *TabArea::makeGroup()
{
    auto *group = new TabGroup;
    connect(group, &TabGroup::currentChanged, this, [this, group] {
        if (group == m_active)
            Q_EMIT currentChanged();
        Q_EMIT arranged();
    });
    connect(group, &TabGroup::arranged, this, &TabArea::arranged);
    connect(group, &TabGroup::closeRequested, this, &TabArea::closeRequested);
    connect(group, &TabGroup::menuRequested, this, &TabArea::menuRequested);
    return group;
}

QList<TabGroup *> TabArea::groups() const
{
    QList<TabGroup *> found;
    collect(*m_root, found);
    return found;
}

TabGroup *TabArea::groupOf(const Page *page) const
{
    for (TabGroup *group : groups())
        if (group->indexOf(page) >= 0)
            return group;
    return nullptr;
}

void TabArea::activate(TabGroup *group)
{
    if (group == m_active)
        return;
    m_active = group;
    for (TabGroup *each : groups())
        each->setActive(each == group);
    Q_EMIT currentChanged();
}

QList<Page *> TabArea::pages() const
{
    QList<Page *> pages;
    for (const TabGroup *group : groups())
        pages += group->pages();
    return pages;
}

Page *TabArea::currentPage() const
{
    return m_active->currentPage();
}

void TabArea::setCurrentPage(Page *page)
{
    if (TabGroup *group = groupOf(page)) {
        group->setCurrentPage(page);
        activate(group);
        page->setFocus();
    }
}

void TabArea::add(Page *page)
{
    const Page *front = m_active->currentPage();
    m_active->insert(front ? m_active->indexOf(front) + 1 : -1, page);
    m_active->setCurrentPage(page);
    page->setFocus();
    Q_EMIT arranged();
}

void TabArea::replace(Page *old, Page *page)
{
    TabGroup *group = groupOf(old);
    if (!group) {
        add(page);
        return;
    }
    const bool front = group->currentPage() == old;
    // Asked before it is hidden, for then Qt gives the focus to whatever comes next.
    const QWidget *focused = window()->focusWidget();
    const bool takesFocus = front && group == m_active && (!focused || focused == old || old->isAncestorOf(focused));
    group->insert(group->indexOf(old), page);
    if (front)
        group->setCurrentPage(page);
    group->remove(old);
    if (takesFocus)
        page->setFocus();
    Q_EMIT arranged();
}

void TabArea::remove(Page *page)
{
    TabGroup *group = groupOf(page);
    if (!group)
        return;
    group->remove(page);
    if (group->pages().isEmpty() && groups().size() > 1)
        drop(group);
    Q_EMIT arranged();
    Q_EMIT currentChanged();
}

void TabArea::drop(TabGroup *group)
{
    auto *splitter = qobject_cast<QSplitter *>(group->parentWidget());
    group->setParent(nullptr);
    group->deleteLater();
    // A splitter with one child has nothing to split: the child takes its place.
    while (splitter && splitter != m_root && splitter->count() <= 1) {
        auto *above = qobject_cast<QSplitter *>(splitter->parentWidget());
        const int place = above->indexOf(splitter);
        if (splitter->count() == 1)
            above->insertWidget(place, splitter->widget(0));
        splitter->setParent(nullptr);
        splitter->deleteLater();
        splitter = above;
    }
    if (m_active == group) {
        m_active = nullptr;
        activate(groups().first());
    }
    weigh();
}

void TabArea::split(Page *page, Qt::Orientation direction)
{
    TabGroup *group = groupOf(page);
    if (!group || group->pages().size() < 2)
        return;
    auto *splitter = qobject_cast<QSplitter *>(group->parentWidget());
    TabGroup *fresh = makeGroup();
    group->remove(page);
    if (splitter->orientation() == direction || splitter->count() == 1) {
        splitter->setOrientation(direction);
        splitter->insertWidget(splitter->indexOf(group) + 1, fresh);
    } else {
        const int place = splitter->indexOf(group);
        const QList<int> sizes = splitter->sizes();
        QSplitter *inner = makeSplitter(direction);
        inner->addWidget(group);
        inner->addWidget(fresh);
        splitter->insertWidget(place, inner);
        splitter->setSizes(sizes);
        splitter = inner;
    }
    splitter->setSizes(QList<int>(splitter->count(), 1000));
    fresh->insert(-1, page);
    weigh();
    activate(fresh);
    page->setFocus();
    Q_EMIT arranged();
}

void TabArea::step(int by)
{
    m_active->step(by);
}

void TabArea::stepGroup()
{
    const QList<TabGroup *> all = groups();
    TabGroup *next = all.at((all.indexOf(m_active) + 1) % all.size());
    activate(next);
    if (Page *page = next->currentPage())
        page->setFocus();
}

QJsonObject TabArea::toJson(const Describe &describePage) const
{
    return describe(m_root, describePage);
}

QJsonObject TabArea::describe(const QWidget *node, const Describe &describePage) const
{
    if (const auto *group = qobject_cast<const TabGroup *>(node)) {
        QJsonArray tabs;
        for (Page *page : group->pages())
            tabs.append(describePage(page));
        QJsonObject object{{QStringLiteral("tabs"), tabs}};
        if (const Page *front = group->currentPage())
            object.insert(u"current", group->indexOf(front));
        if (group == m_active)
            object.insert(u"active", true);
        return object;
    }
    const auto *splitter = qobject_cast<const QSplitter *>(node);
    QJsonArray parts;
    QJsonArray sizes;
    for (int i = 0; i < splitter->count(); ++i) {
        parts.append(describe(splitter->widget(i), describePage));
        sizes.append(splitter->sizes().at(i));
    }
    return {{QStringLiteral("split"), splitter->orientation() == Qt::Horizontal ? QStringLiteral("right") : QStringLiteral("down")},
            {QStringLiteral("parts"), parts},
            {QStringLiteral("sizes"), sizes}};
}

void TabArea::restore(const QJsonObject &layout, const Make &make)
{
    const QList<TabGroup *> old = groups();
    m_root->setOrientation(layout.value(u"split").toString() == u"down" ? Qt::Vertical : Qt::Horizontal);
    QList<int> sizes;
    for (const QJsonValue &size : layout.value(u"sizes").toArray())
        sizes.append(size.toInt());
    for (const QJsonValue &part : layout.value(u"parts").toArray())
        if (QWidget *child = build(part.toObject(), make))
            m_root->addWidget(child);
    if (m_root->count() == old.size())
        return; // nothing came back
    for (TabGroup *group : old)
        drop(group);
    if (sizes.size() == m_root->count())
        m_root->setSizes(sizes);
    for (TabGroup *group : groups())
        group->setActive(group == m_active);
    weigh();
}

void TabArea::weigh()
{
    const QList<TabGroup *> all = groups();
    for (TabGroup *group : all)
        group->setAlone(all.size() == 1);
}

QWidget *TabArea::build(const QJsonObject &node, const Make &make)
{
    if (node.contains(u"tabs")) {
        TabGroup *group = makeGroup();
        Page *front = nullptr;
        const QJsonArray tabs = node.value(u"tabs").toArray();
        for (int i = 0; i < tabs.size(); ++i) {
            Page *page = make(tabs.at(i).toObject());
            if (!page)
                continue;
            group->insert(-1, page);
            if (i == node.value(u"current").toInt())
                front = page;
        }
        if (group->pages().isEmpty()) {
            delete group;
            return nullptr;
        }
        if (front)
            group->setCurrentPage(front);
        if (node.value(u"active").toBool() || !m_active)
            m_active = group;
        return group;
    }
    QSplitter *splitter = makeSplitter(node.value(u"split").toString() == u"down" ? Qt::Vertical : Qt::Horizontal);
    QList<int> sizes;
    for (const QJsonValue &size : node.value(u"sizes").toArray())
        sizes.append(size.toInt());
    for (const QJsonValue &part : node.value(u"parts").toArray())
        if (QWidget *child = build(part.toObject(), make))
            splitter->addWidget(child);
    if (splitter->count() == 0) {
        delete splitter;
        return nullptr;
    }
    if (sizes.size() == splitter->count())
        splitter->setSizes(sizes);
    return splitter;
}

} // namespace joinery::ui
