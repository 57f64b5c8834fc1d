// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings.h"
#include "ui/workbench/action_registry.h"

#include <QWidget>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace joinery::ui {

/// Every action with its keys: searched by name or by keys, changed, put back.
class ShortcutList : public QWidget
{
    Q_OBJECT
public:
    ShortcutList(Settings &settings, ActionRegistry &actions, QWidget *parent = nullptr);

private:
    void fill();
    void filter();
    void showCurrent();
    void take();
    void reset();
    QAction *currentAction() const;

    Settings &m_settings;
    ActionRegistry &m_actions;
    QLineEdit *m_filter;
    QTreeWidget *m_list;
    QKeySequenceEdit *m_keys;
    QPushButton *m_set;
    QPushButton *m_reset;
    QLabel *m_answer;
};

} // namespace joinery::ui
