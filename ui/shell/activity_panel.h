// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/job_list.h"
#include "ui/shell/log_model.h"
#include "ui/workbench/connection_item.h"

#include <QTabBar>
#include <QWidget>

class QStackedWidget;

namespace joinery::ui {

/// What runs, what was said, and every statement that was sent.
class ActivityPanel : public QWidget
{
    Q_OBJECT
public:
    enum Tab { Jobs, Messages, Statements };

    explicit ActivityPanel(QWidget *parent = nullptr);

    /// Follows every worker of the connection from now on.
    void follow(ConnectionItem *connection);
    void addFailure(const Error &error, const QString &what);
    void addMessage(const QString &text);
    void showTab(Tab tab);
    int jobCount() const { return m_jobs->count(); }
    const LogModel &statements() const { return m_statements; }
    const LogModel &messages() const { return m_messages; }

protected:
    void showEvent(QShowEvent *event) override;

Q_SIGNALS:
    void jobCountChanged(int count);
    void closeRequested();

private:
    void followWorker(worker::DbWorker *worker, const QString &owner);

    LogModel m_messages;
    LogModel m_statements;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    JobList *m_jobs;
};

} // namespace joinery::ui
