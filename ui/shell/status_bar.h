// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workbench/connection_item.h"
#include "ui/workbench/page.h"
#include "ui/workbench/project_session.h"

#include <QStatusBar>

class QLabel;
class QToolButton;

namespace joinery::ui {

/// One line: where you are and in which environment, the transaction; and on the right what the page says in figures.
class StatusBar : public QStatusBar
{
    Q_OBJECT
public:
    explicit StatusBar(QWidget *parent = nullptr);

    void showState(const Page *page, const ConnectionItem *connection, const ProjectSession *project);
    void setJobCount(int count);

Q_SIGNALS:
    void jobsClicked();

private:
    QLabel *m_dot;
    QLabel *m_environment;
    QLabel *m_where;
    QLabel *m_readOnly;
    QLabel *m_transaction;
    QLabel *m_summary;
    QLabel *m_selection;
    QToolButton *m_jobs;
};

} // namespace joinery::ui
