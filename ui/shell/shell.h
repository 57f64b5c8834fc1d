// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/connection_list.h"
#include "ui/shell/recent_list.h"
#include "ui/shell/services.h"
#include "ui/shell/tab_area.h"
#include "ui/workbench/workbench.h"

#include <QMap>
#include <QPointer>

namespace joinery::ui {

/// The Workbench: pages and their openers, the connections, the project. Shows nothing itself but pages; what it says
/// goes out as signals, what needs a question is asked by the desks.
class Shell : public Workbench
{
    Q_OBJECT
public:
    Shell(QWidget &window, TabArea &tabs, const Services &services);

    QWidget *window() override { return &m_window; }
    ActionRegistry &actions() override { return m_actions; }

    QList<ConnectionItem *> connections() const override { return m_connections.items(); }
    ConnectionItem *connection(const QString &id) const override { return m_connections.find(id); }
    ConnectionItem *currentConnection() const override;
    ConnectionItem *openFile(const QString &path) override;

    ProjectSession *project() const override { return m_project; }
    void openProject(const QString &folder) override;
    void closeProject();

    Page *currentPage() const override { return m_tabs.currentPage(); }
    QList<Page *> pages() const override { return m_tabs.pages(); }
    void addOpener(Location::Kind kind, Opener opener) override;
    Page *go(const Location &location) override;
    void closePage(Page *page) override;

    void report(const Error &error, const QString &what) override;
    void say(const QString &text) override;
    void confirm(const QString &title, const QString &text, const QString &verb, bool destructive,
                 std::function<void()> yes) override;

    ConnectionList &connectionList() { return m_connections; }
    RecentList &recent() { return m_recent; }
    TabArea &tabs() { return m_tabs; }
    const Services &services() const { return m_services; }
    /// Opens the connection and remembers that it was used.
    void openConnection(ConnectionItem *connection);
    void openUrl(const driver::Url &url, bool readOnly);
    /// What the navigator has selected, for currentConnection().
    void select(ConnectionItem *connection) { m_selected = connection; }
    /// The page for a location, or one that waits until what it needs is open. Not shown yet.
    Page *make(const Location &location, const QJsonObject &saved);
    /// Takes the project in; pages that wait for it come.
    void adoptProject(project::Project project, schema::Catalog models, std::optional<schema::Catalog> draft = {});

Q_SIGNALS:
    void reported(const joinery::Error &error, const QString &what);
    void said(const QString &text);
    /// Worth saving the session soon.
    void changed();
    void verbsChanged();
    void statusChanged();
    void editRequested(joinery::ui::ConnectionItem *connection);
    /// By the user's wish, not by a restart.
    void connectionOpened(joinery::ui::ConnectionItem *connection);

private:
    void followConnection(ConnectionItem *connection);
    void followPage(Page *page);
    void wake(const std::function<bool(const Location &)> &ready);
    bool isReady(const Location &location) const;
    void dropProjectPages();

    QWidget &m_window;
    TabArea &m_tabs;
    Services m_services;
    ActionRegistry m_actions;
    ConnectionList m_connections;
    RecentList m_recent;
    QPointer<ConnectionItem> m_selected;
    ProjectSession *m_project = nullptr;
    QMap<Location::Kind, Opener> m_openers;
};

/// Whether a location is of a connection, or of the project.
bool isOfConnection(Location::Kind kind);
bool isOfProject(Location::Kind kind);

} // namespace joinery::ui
