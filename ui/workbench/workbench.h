// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workbench/action_registry.h"
#include "ui/workbench/connection_item.h"
#include "ui/workbench/page.h"
#include "ui/workbench/project_session.h"

namespace joinery::ui {

/// What a feature sees of the window; the shell implements it. Features do not see each other.
class Workbench : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual QWidget *window() = 0;
    virtual ActionRegistry &actions() = 0;

    // --- connections
    virtual QList<ConnectionItem *> connections() const = 0;
    virtual ConnectionItem *connection(const QString &id) const = 0;
    /// The one that the current page works on, else the one selected in the navigator; nullptr for none.
    virtual ConnectionItem *currentConnection() const = 0;
    /// A SQLite file: adds it (or finds it) and opens it.
    virtual ConnectionItem *openFile(const QString &path) = 0;

    // --- project
    virtual ProjectSession *project() const = 0; ///< nullptr where none is open
    virtual void openProject(const QString &folder) = 0;

    // --- pages
    virtual Page *currentPage() const = 0;
    virtual QList<Page *> pages() const = 0;
    /// Makes the page for a location; registered by the feature that shows such locations.
    /// `saved` is what Page::state() gave before a restart, else empty.
    using Opener = std::function<Page *(const Location &, const QJsonObject &saved)>;
    virtual void addOpener(Location::Kind kind, Opener opener) = 0;
    /// Goes to the page that shows it, or opens one.
    virtual Page *go(const Location &location) = 0;
    virtual void closePage(Page *page) = 0;

    // --- saying things
    /// A line in Activity that stays, and a short notice over the status bar.
    virtual void report(const Error &error, const QString &what) = 0;
    virtual void say(const QString &text) = 0;
    /// Whether the user says yes. `verb` is the button: "Upgrade staging". Tests answer through a seam of the shell.
    virtual void confirm(const QString &title, const QString &text, const QString &verb, bool destructive,
                         std::function<void()> yes) = 0;

Q_SIGNALS:
    void connectionsChanged();
    void projectChanged();
    void currentPageChanged();
};

/// A room of ui/ that brings actions and pages. All of them are named in shell/features.cpp.
class Feature : public QObject
{
    Q_OBJECT
public:
    explicit Feature(Workbench &workbench) : QObject(&workbench), m_workbench(workbench) {}

protected:
    Workbench &workbench() const { return m_workbench; }

private:
    Workbench &m_workbench;
};

} // namespace joinery::ui
