// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shell.h"

#include <QMainWindow>

namespace joinery::ui {

class ActivityPanel;
class ConnectionDesk;
class Dock;
class InspectorPanel;
class Navigator;
class Notice;
class ProjectDesk;
class Session;
class StatusBar;

/// Puts the rooms together: bar, navigator, tabs, inspector, activity, status. What they do is theirs.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const Services &services, QWidget *parent = nullptr);
    ~MainWindow() override;

    Shell &shell() { return *m_shell; }
    ConnectionDesk &connectionDesk() { return *m_connections; }
    const ActivityPanel &activity() const { return *m_activity; }
    /// The last session, or the Welcome page.
    void start();
    /// For main(): goes there once the connection of `source` is open. Empty kind: nowhere.
    void openSource(const QString &source, bool readOnly, std::optional<Location> then);

    void goTo();
    void showCommands();
    void showSettings(bool shortcuts = false);
    void showAbout();
    void focusNavigator();
    void toggleDock(const QString &name); ///< "navigator", "inspector", "activity"

    // --- for the session
    QStringList unfolded() const;
    void setUnfolded(const QStringList &paths);
    bool wantsInspector() const { return m_wantsInspector; }
    void setWantsInspector(bool wanted);

Q_SIGNALS:
    void layoutChanged();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeDocks();
    void makeTopBar();
    void wireNavigator();
    void applySettings();
    void applyShortcuts(QAction *action);
    void showInspector();
    void showStatus();
    void showTabMenu(Page *page, const QPoint &position);

    Services m_services;
    TabArea *m_tabs;
    Shell *m_shell;
    ConnectionDesk *m_connections;
    ProjectDesk *m_projects;
    Navigator *m_navigator;
    InspectorPanel *m_inspector;
    ActivityPanel *m_activity;
    StatusBar *m_status;
    Notice *m_notice;
    Session *m_session;
    Dock *m_navigatorDock = nullptr;
    Dock *m_inspectorDock = nullptr;
    Dock *m_activityDock = nullptr;
    bool m_wantsInspector = true;
};

} // namespace joinery::ui
