// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tab_group.h"

#include "ui/common/accessible_names.h"
#include "ui/common/retranslate.h"
#include "ui/common/theme.h"
#include "ui/shell/page_tab_bar.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QTimer>
#include <QVBoxLayout>

namespace joinery::ui {

TabGroup::TabGroup(QWidget *parent) : QWidget(parent), m_bar(new PageTabBar(this)), m_list(new QToolButton(this)), m_stack(new QStackedWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setSizeConstraint(QLayout::SetNoConstraint);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_bar, 1);
    row->addWidget(m_list);
    layout->addWidget(head);
    layout->addWidget(m_stack, 1);
    m_list->setProperty("role", QStringLiteral("tabList"));
    m_list->setFixedSize(metrics::kTab, metrics::kTab);
    m_list->setIcon(icon(QStringLiteral("chevron-down")));
    m_list->setPopupMode(QToolButton::InstantPopup);
    m_list->setMenu(new QMenu(m_list));
    m_list->hide();
    connect(m_list->menu(), &QMenu::aboutToShow, this, &TabGroup::fillList);
    retranslating(this, [this] {
        m_list->setToolTip(tr("All open pages"));
        m_list->setAccessibleName(tr("All open pages"));
    });
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
    connect(page, &Page::headerChanged, m_list, [this] { fit(); });
    fit();
}

void TabGroup::remove(Page *page)
{
    const int index = m_bar->indexOf(page);
    if (index < 0)
        return;
    disconnect(page, nullptr, m_bar, nullptr);
    disconnect(page, nullptr, m_list, nullptr);
    // The page that comes to the front is shown before the one that goes leaves, else the stack flickers.
    m_bar->removeTab(index);
    m_stack->removeWidget(page);
    page->setParent(nullptr);
    if (Page *front = currentPage())
        m_stack->setCurrentWidget(front);
    fit();
}

void TabGroup::fit() { m_list->setVisible(m_bar->wantedWidth() > width()); }

void TabGroup::fillList()
{
    m_list->menu()->clear();
    for (int i = 0; i < m_bar->count(); ++i) {
        Page *page = m_bar->page(i);
        QAction *action = m_list->menu()->addAction(icon(page->iconName()), m_bar->tabText(i));
        action->setCheckable(true);
        action->setChecked(i == m_bar->currentIndex());
        connect(action, &QAction::triggered, page, [this, page] { setCurrentPage(page); });
    }
}

void TabGroup::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
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
