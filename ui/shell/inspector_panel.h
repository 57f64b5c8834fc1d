// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workbench/page.h"

#include <QPointer>
#include <QScrollArea>

namespace joinery::ui {

/// Borrows the inspector of the page that is in front.
class InspectorPanel : public QScrollArea
{
    Q_OBJECT
public:
    explicit InspectorPanel(QWidget *parent = nullptr);
    ~InspectorPanel() override;

    /// False where the page has nothing to show.
    bool showFor(Page *page);

private:
    void giveBack();
    QPointer<Page> m_page;
    QPointer<QWidget> m_content;
};

} // namespace joinery::ui
