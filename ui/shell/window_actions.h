// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shell.h"

class QMenu;

namespace joinery::ui {

class ConnectionDesk;
class MainWindow;
class ProjectDesk;

/// The actions of the window itself, and the menu behind its name. Features bring their own.
class WindowActions : public QObject
{
    Q_OBJECT
public:
    WindowActions(MainWindow &window, Shell &shell, ConnectionDesk &connections, ProjectDesk &projects);

    QMenu *menu() const { return m_menu; }
    QMenu *newMenu() const { return m_newMenu; }

private:
    using Text = std::function<QString()>;
    QAction *add(const QString &id, Text text, const QString &iconName, const QList<QKeySequence> &keys, std::function<void()> trigger);
    void addVerb(const QString &id, Verb verb, Text text, const QString &iconName, const QList<QKeySequence> &keys);
    void addPlaces();
    void addVerbs();
    void addViews();
    void fillMenus();
    void refresh();
    void save();

    MainWindow &m_window;
    Shell &m_shell;
    ConnectionDesk &m_connections;
    ProjectDesk &m_projects;
    QMenu *m_menu;
    QMenu *m_newMenu;
    QList<std::pair<QAction *, Verb>> m_verbs;
};

} // namespace joinery::ui
