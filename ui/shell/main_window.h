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
    /// AtOnce: the window is on the screen, where it was last time, before what is in it is made. The window manager works
    /// meanwhile, and nothing is painted until the event loop runs.
    enum class Appear { AtOnce, WhenShown };
    explicit MainWindow(const Services &services, Appear appear = Appear::WhenShown);
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
    QString sessionFile() const;
    void build();
    void makeDocks();
    void makeTopBar();
    void wireNavigator();
    void applySettings();
    void applyShortcuts(QAction *action);
    void showInspector();
    void showStatus();
    void showTabMenu(Page *page, const QPoint &position);

    Services m_services;
    TabArea *m_tabs = nullptr;
    Shell *m_shell = nullptr;
    ConnectionDesk *m_connections = nullptr;
    ProjectDesk *m_projects = nullptr;
    Navigator *m_navigator = nullptr;
    InspectorPanel *m_inspector = nullptr;
    ActivityPanel *m_activity = nullptr;
    StatusBar *m_status = nullptr;
    Notice *m_notice = nullptr;
    Session *m_session = nullptr;
    Dock *m_navigatorDock = nullptr;
    Dock *m_inspectorDock = nullptr;
    Dock *m_activityDock = nullptr;
    bool m_wantsInspector = true;
};

} // namespace joinery::ui
