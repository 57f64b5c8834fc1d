// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/undo/change_log.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QTabBar;

namespace joinery::ui {

/// What the unsaved changes of the model are in words, and in SQL on every engine.
class PreviewPanel : public QWidget
{
    Q_OBJECT
public:
    PreviewPanel(ProjectSession *project, QWidget *parent);

private:
    void refresh();
    void showTab();

    ChangeLog m_log;
    QLabel *m_title;
    QTabBar *m_tabs;
    QPlainTextEdit *m_text;
    QStringList m_pages; ///< by tab: words first, then the engines
    QTimer m_soon;
};

} // namespace joinery::ui
