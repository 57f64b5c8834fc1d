// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/recent_list.h"
#include "ui/workbench/workbench.h"

#include <QTimer>

class QVBoxLayout;

namespace joinery::ui {

/// The first page: ways to begin, and what was open lately.
class WelcomePage : public Page
{
    Q_OBJECT
public:
    WelcomePage(Workbench &workbench, RecentList &recent);

    QString kind() const override { return QStringLiteral("welcome"); }
    QString title() const override { return tr("Welcome"); }
    QString iconName() const override { return QStringLiteral("table"); }
    Location location() const override;

Q_SIGNALS:
    void connectRequested();
    void openFileRequested();
    void newProjectRequested();
    void openProjectRequested();
    void sampleRequested();
    void connectionRequested(joinery::ui::ConnectionItem *connection);
    void projectRequested(const QString &folder);

private:
    QWidget *ways();
    QWidget *recentColumn();
    void fillRecent();
    void fillSoon();

    Workbench &m_workbench;
    RecentList &m_recent;
    QVBoxLayout *m_rows = nullptr;
    QTimer m_soon;
};

} // namespace joinery::ui
