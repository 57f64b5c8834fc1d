// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings.h"
#include "ui/workbench/action_registry.h"

#include <QDialog>

class QTabWidget;

namespace joinery::ui {

/// Theme, language, shortcuts. Every choice holds at once; there is nothing to apply.
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    SettingsDialog(Settings &settings, ActionRegistry &actions, QWidget *parent = nullptr);
    void showShortcuts();

private:
    QWidget *general(Settings &settings);
    QTabWidget *m_tabs;
};

} // namespace joinery::ui
