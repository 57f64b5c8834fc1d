// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workbench/action_registry.h"

#include <QToolBar>

class QMenu;
class QToolButton;

namespace joinery::ui {

/// The only bar of the window: the application's menu, the five things that are done most, the way to everything.
class TopBar : public QToolBar
{
    Q_OBJECT
public:
    explicit TopBar(QWidget *parent = nullptr);

    void setMenu(QMenu *menu);
    void addButton(QAction *action, std::function<QString()> text, QMenu *menu = nullptr);
    /// The box on the right; a click runs `action`.
    void setSearch(QAction *action);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *m_menu;
    QWidget *m_gap;
    QAction *m_gapAction;
};

} // namespace joinery::ui
