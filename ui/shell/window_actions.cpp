// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_actions.h"

#include "ui/common/retranslate.h"
#include "ui/shell/connection_desk.h"
#include "ui/shell/main_window.h"
#include "ui/shell/project_desk.h"

#include <QApplication>
#include <QMenu>

namespace joinery::ui {

namespace {

QKeySequence keys(const char *text)
{
    return QKeySequence(QString::fromLatin1(text), QKeySequence::PortableText);
}

} // namespace

WindowActions::WindowActions(MainWindow &window, Shell &shell, ConnectionDesk &connections, ProjectDesk &projects)
    : QObject(&window), m_window(window), m_shell(shell), m_connections(connections), m_projects(projects),
      m_menu(new QMenu(&window)), m_newMenu(new QMenu(&window))
{
    addPlaces();
    addVerbs();
    addViews();
    fillMenus();
    connect(&shell, &Shell::verbsChanged, this, &WindowActions::refresh);
    connect(&shell, &Workbench::projectChanged, this, &WindowActions::refresh);
    connect(&shell, &Workbench::currentPageChanged, this, &WindowActions::refresh);
    connect(&shell, &Shell::statusChanged, this, &WindowActions::refresh);
    retranslating(&window, [this] { m_shell.actions().retranslate(); });
    refresh();
}

QAction *WindowActions::add(const QString &id, Text text, const QString &iconName, const QList<QKeySequence> &shortcuts,
                            std::function<void()> trigger)
{
    QAction *action = m_shell.actions().add({id, std::move(text), iconName, shortcuts, std::move(trigger)});
    m_window.addAction(action);
    return action;
}

void WindowActions::addVerb(const QString &id, Verb verb, Text text, const QString &iconName, const QList<QKeySequence> &shortcuts)
{
    QAction *action = add(id, std::move(text), iconName, shortcuts, [this, verb] {
        if (Page *page = m_shell.currentPage(); page && page->can(verb))
            page->perform(verb);
    });
    m_verbs.append({action, verb});
}

void WindowActions::addPlaces()
{
    add(QStringLiteral("connection.new"), [] { return tr("Connect to a database…"); }, QStringLiteral("database"), {keys("Ctrl+Shift+N")},
        [this] { m_connections.connectToDatabase(); });
    add(QStringLiteral("connection.openFile"), [] { return tr("Open a database file…"); }, QStringLiteral("file"), {keys("Ctrl+O")},
        [this] { m_connections.openFile(); });
    add(QStringLiteral("project.open"), [] { return tr("Open a project…"); }, QStringLiteral("folder"), {keys("Ctrl+Shift+O")},
        [this] { m_projects.openFolder(); });
    add(QStringLiteral("project.new"), [] { return tr("New project…"); }, QStringLiteral("plus"), {},
        [this] { m_projects.create(nullptr); });
    add(QStringLiteral("project.fromDatabase"), [] { return tr("New project from this database…"); }, QStringLiteral("database"), {},
        [this] { m_projects.create(m_shell.currentConnection()); });
    add(QStringLiteral("project.sample"), [] { return tr("Try the bookshop sample"); }, QStringLiteral("flask"), {},
        [this] { m_projects.openSample(); });
    add(QStringLiteral("project.save"), [] { return tr("Save the project"); }, QStringLiteral("save"), {keys("Ctrl+Shift+S")},
        [this] { m_projects.save(); });
    add(QStringLiteral("project.close"), [] { return tr("Close the project"); }, QString(), {}, [this] { m_projects.closeProject(); });
    add(QStringLiteral("query.new"), [] { return tr("New SQL"); }, QStringLiteral("code"), {}, [this] {
        Location location;
        location.kind = Location::Kind::NewQuery;
        if (const ConnectionItem *connection = m_shell.currentConnection()) {
            location.connection = connection->id();
            m_shell.go(location);
        } else {
            m_shell.say(tr("Open a connection first: SQL runs on a database."));
        }
    });
    add(QStringLiteral("diagram.open"), [] { return tr("Diagram"); }, QStringLiteral("diagram"), {keys("Ctrl+D")}, [this] {
        const Page *page = m_shell.currentPage();
        const ConnectionItem *connection = m_shell.currentConnection();
        Location location;
        const bool ofConnection = connection && (!m_shell.project() || (page && !page->connectionId().isEmpty()));
        location.kind = ofConnection ? Location::Kind::DatabaseDiagram : Location::Kind::ProjectDiagram;
        location.connection = ofConnection ? connection->id() : QString();
        m_shell.go(location);
    });
    add(QStringLiteral("timeline.open"), [] { return tr("Migrations"); }, QStringLiteral("timeline"), {keys("Ctrl+M")}, [this] {
        Location location;
        location.kind = Location::Kind::Timeline;
        m_shell.go(location);
    });
    add(QStringLiteral("welcome.open"), [] { return tr("Welcome"); }, QStringLiteral("home"), {}, [this] {
        Location location;
        location.kind = Location::Kind::Welcome;
        m_shell.go(location);
    });
}

void WindowActions::addVerbs()
{
    add(QStringLiteral("page.save"), [] { return tr("Commit or save"); }, QStringLiteral("save"), {keys("Ctrl+S")}, [this] { save(); });
    addVerb(QStringLiteral("page.commit"), Verb::Commit, [] { return tr("Commit the staged changes"); }, QStringLiteral("check"), {});
    addVerb(QStringLiteral("page.revert"), Verb::Revert, [] { return tr("Revert the staged changes"); }, QStringLiteral("undo"), {});
    addVerb(QStringLiteral("page.run"), Verb::Run, [] { return tr("Run"); }, QStringLiteral("play"), {keys("Ctrl+Return"), keys("Ctrl+Enter")});
    add(QStringLiteral("page.refresh"), [] { return tr("Refresh"); }, QStringLiteral("refresh"), {keys("F5")}, [this] {
        if (Page *page = m_shell.currentPage(); page && page->can(Verb::Refresh))
            page->perform(Verb::Refresh);
        else if (ConnectionItem *connection = m_shell.currentConnection())
            connection->refresh();
    });
    addVerb(QStringLiteral("page.undo"), Verb::Undo, [] { return tr("Undo"); }, QStringLiteral("undo"), {keys("Ctrl+Z")});
    addVerb(QStringLiteral("page.redo"), Verb::Redo, [] { return tr("Redo"); }, QStringLiteral("redo"), {keys("Ctrl+Shift+Z"), keys("Ctrl+Y")});
    addVerb(QStringLiteral("page.find"), Verb::Find, [] { return tr("Find"); }, QStringLiteral("search"), {keys("Ctrl+F")});
    addVerb(QStringLiteral("page.export"), Verb::Export, [] { return tr("Export…"); }, QStringLiteral("export"), {keys("Ctrl+E")});
    addVerb(QStringLiteral("page.cancel"), Verb::Cancel, [] { return tr("Cancel what runs"); }, QStringLiteral("stop"), {keys("Ctrl+.")});
}

void WindowActions::addViews()
{
    add(QStringLiteral("window.goTo"), [] { return tr("Go to…"); }, QStringLiteral("search"), {keys("Ctrl+P")}, [this] { m_window.goTo(); });
    add(QStringLiteral("window.commands"), [] { return tr("Every command…"); }, QStringLiteral("command"), {keys("Ctrl+Shift+P")},
        [this] { m_window.showCommands(); });
    add(QStringLiteral("window.filter"), [] { return tr("Filter the navigator"); }, QStringLiteral("filter"), {keys("Ctrl+L")},
        [this] { m_window.focusNavigator(); });
    for (const auto &[id, text, iconName, key] : std::initializer_list<std::tuple<const char *, Text, const char *, const char *>>{
             {"navigator", [] { return tr("Show or hide the Navigator"); }, "panel-left", "Ctrl+1"},
             {"inspector", [] { return tr("Show or hide the Inspector"); }, "panel-right", "Ctrl+2"},
             {"activity", [] { return tr("Show or hide Activity"); }, "panel-bottom", "Ctrl+3"}})
        add(u"window." + QString::fromLatin1(id), text, QString::fromLatin1(iconName), {keys(key)},
            [this, name = QString::fromLatin1(id)] { m_window.toggleDock(name); });
    TabArea &tabs = m_shell.tabs();
    add(QStringLiteral("tab.close"), [] { return tr("Close the tab"); }, QStringLiteral("close"), {keys("Ctrl+W"), keys("Ctrl+F4")}, [this] {
        if (Page *page = m_shell.currentPage())
            m_shell.closePage(page);
    });
    add(QStringLiteral("tab.closeOthers"), [] { return tr("Close the other tabs"); }, QString(), {}, [this] {
        for (Page *page : m_shell.pages())
            if (page != m_shell.currentPage())
                m_shell.closePage(page);
    });
    add(QStringLiteral("tab.next"), [] { return tr("Next tab"); }, QString(), {keys("Ctrl+Tab"), keys("Ctrl+PgDown")}, [&tabs] { tabs.step(1); });
    add(QStringLiteral("tab.previous"), [] { return tr("Previous tab"); }, QString(), {keys("Ctrl+Shift+Tab"), keys("Ctrl+PgUp")},
        [&tabs] { tabs.step(-1); });
    add(QStringLiteral("tab.splitRight"), [] { return tr("Split to the right"); }, QStringLiteral("split-right"), {keys("Ctrl+\\")}, [this] {
        if (Page *page = m_shell.currentPage())
            m_shell.tabs().split(page, Qt::Horizontal);
    });
    add(QStringLiteral("tab.splitDown"), [] { return tr("Split downwards"); }, QStringLiteral("split-down"), {keys("Ctrl+Shift+\\")}, [this] {
        if (Page *page = m_shell.currentPage())
            m_shell.tabs().split(page, Qt::Vertical);
    });
    add(QStringLiteral("tab.otherGroup"), [] { return tr("To the other half"); }, QString(), {keys("F6")}, [&tabs] { tabs.stepGroup(); });
    add(QStringLiteral("window.theme"), [] { return theme().isDark() ? tr("Light theme") : tr("Dark theme"); }, QStringLiteral("moon"), {}, [this] {
        m_shell.services().settings.setTheme(theme().isDark() ? Theme::Choice::Light : Theme::Choice::Dark);
    });
    connect(&theme(), &Theme::changed, this, [this] { m_shell.actions().retranslate(); });
    add(QStringLiteral("window.settings"), [] { return tr("Settings…"); }, QStringLiteral("gear"), {keys("Ctrl+,")}, [this] { m_window.showSettings(); });
    add(QStringLiteral("window.shortcuts"), [] { return tr("Keyboard shortcuts…"); }, QStringLiteral("keyboard"), {},
        [this] { m_window.showSettings(true); });
    add(QStringLiteral("window.about"), [] { return tr("About Joinery"); }, QStringLiteral("info"), {}, [this] { m_window.showAbout(); });
    add(QStringLiteral("window.quit"), [] { return tr("Quit"); }, QString(), {keys("Ctrl+Q")}, [this] { m_window.close(); });
}

void WindowActions::save()
{
    Page *page = m_shell.currentPage();
    for (const Verb verb : {Verb::Commit, Verb::Save})
        if (page && page->can(verb)) {
            page->perform(verb);
            return;
        }
    if (m_shell.project() && m_shell.project()->isModified())
        m_projects.save();
}

void WindowActions::fillMenus()
{
    const auto fill = [this](QMenu *menu, std::initializer_list<const char *> ids) {
        for (const char *id : ids) {
            if (*id == '\0')
                menu->addSeparator();
            else
                menu->addAction(m_shell.actions().find(QString::fromLatin1(id)));
        }
    };
    fill(m_newMenu, {"query.new", "", "project.new", "project.fromDatabase"});
    fill(m_menu, {"connection.new", "connection.openFile", "", "project.new", "project.open", "project.save", "project.close", ""});
    QMenu *edit = m_menu->addMenu(QString());
    fill(edit, {"page.undo", "page.redo", "", "page.save", "page.revert", "page.run", "page.cancel", "page.refresh", "page.find", "page.export"});
    QMenu *view = m_menu->addMenu(QString());
    fill(view, {"welcome.open", "", "window.navigator", "window.inspector", "window.activity", "", "tab.next", "tab.previous", "tab.splitRight",
                "tab.splitDown", "tab.otherGroup", "tab.close", "tab.closeOthers", "", "window.theme"});
    fill(m_menu, {"", "window.goTo", "window.commands", "", "window.settings", "window.shortcuts", "window.about", "", "window.quit"});
    retranslating(m_menu, [edit, view] {
        edit->setTitle(tr("Edit"));
        view->setTitle(tr("View"));
    });
}

void WindowActions::refresh()
{
    const Page *page = m_shell.currentPage();
    for (const auto &[action, verb] : m_verbs)
        action->setEnabled(page && page->can(verb));
    ActionRegistry &actions = m_shell.actions();
    const bool project = m_shell.project();
    actions.find(QStringLiteral("project.save"))->setEnabled(project);
    actions.find(QStringLiteral("project.close"))->setEnabled(project);
    const ConnectionItem *connection = m_shell.currentConnection();
    actions.find(QStringLiteral("project.fromDatabase"))->setEnabled(connection && connection->catalog());
    actions.find(QStringLiteral("tab.close"))->setEnabled(page);
}

} // namespace joinery::ui
