// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tab_group.h"

#include "ui/common/accessible_names.h"
#include "ui/shell/page_tab_bar.h"

#include <QTimer>
#include <QVBoxLayout>

namespace joinery::ui {

TabGroup::TabGroup(QWidget *parent) : QWidget(parent), m_bar(new PageTabBar(this)), m_stack(new QStackedWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setSizeConstraint(QLayout::SetNoConstraint);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_stack, 1);
    connect(m_bar, &QTabBar::currentChanged, this, [this](int index) {
        if (Page *page = m_bar->page(index))
            m_stack->setCurrentWidget(page);
        Q_EMIT currentChanged();
    });
    connect(m_bar, &QTabBar::tabMoved, this, &TabGroup::arranged);
    connect(m_bar, &PageTabBar::closeRequested, this, &TabGroup::closeRequested);
    connect(m_bar, &PageTabBar::menuRequested, this, &TabGroup::menuRequested);
}

void TabGroup::insert(int index, Page *page)
{
    m_stack->addWidget(page);
    QTimer::singleShot(0, page, [page] { AccessibleNames::nameAll(*page); });
    m_bar->insertPage(index < 0 ? m_bar->count() : index, page);
    if (m_bar->count() == 1)
        m_stack->setCurrentWidget(page);
}

void TabGroup::remove(Page *page)
{
    const int index = m_bar->indexOf(page);
    if (index < 0)
        return;
    disconnect(page, nullptr, m_bar, nullptr);
    // The page that comes to the front is shown before the one that goes leaves, else the stack flickers.
    m_bar->removeTab(index);
    m_stack->removeWidget(page);
    page->setParent(nullptr);
    if (Page *front = currentPage())
        m_stack->setCurrentWidget(front);
}

int TabGroup::indexOf(const Page *page) const
{
    return m_bar->indexOf(page);
}

QList<Page *> TabGroup::pages() const
{
    QList<Page *> pages;
    for (int i = 0; i < m_bar->count(); ++i)
        pages.append(m_bar->page(i));
    return pages;
}

Page *TabGroup::currentPage() const
{
    return m_bar->currentIndex() < 0 ? nullptr : m_bar->page(m_bar->currentIndex());
}

void TabGroup::setCurrentPage(Page *page)
{
    m_bar->setCurrentIndex(m_bar->indexOf(page));
}

void TabGroup::step(int by)
{
    if (const int count = m_bar->count(); count > 0)
        m_bar->setCurrentIndex((m_bar->currentIndex() + by + count) % count);
}

void TabGroup::setAlone(bool alone)
{
    if (std::exchange(m_alone, alone) != alone)
        updateGeometry();
}

// A wide page must not make the window wider than the screen.
QSize TabGroup::minimumSizeHint() const
{
    constexpr QSize kAlone(780, 400);
    constexpr QSize kBeside(200, 120);
    return layout()->minimumSize().boundedTo(m_alone ? kAlone : kBeside);
}

void TabGroup::setActive(bool active)
{
    m_bar->setActive(active);
}

} // namespace joinery::ui
