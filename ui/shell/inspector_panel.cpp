// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/inspector_panel.h"

namespace joinery::ui {

InspectorPanel::InspectorPanel(QWidget *parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(220);
}

InspectorPanel::~InspectorPanel()
{
    giveBack();
}

bool InspectorPanel::showFor(Page *page)
{
    QWidget *content = page ? page->inspector() : nullptr;
    if (content && content == m_content && page == m_page)
        return true;
    giveBack();
    m_page = page;
    m_content = content;
    if (!content)
        return false;
    setWidget(content);
    content->show();
    return true;
}

// The page owns it: it must be the page's child again before the page goes.
void InspectorPanel::giveBack()
{
    if (!m_content || widget() != m_content)
        return;
    QWidget *content = takeWidget();
    content->hide();
    content->setParent(m_page);
}

} // namespace joinery::ui
