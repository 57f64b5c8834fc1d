// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shell.h"

#include "core/worker/background.h"
#include "ui/common/dialogs.h"
#include "ui/shell/draft.h"
#include "ui/shell/pending_page.h"

#include <QFileInfo>

namespace joinery::ui {

bool isOfConnection(Location::Kind kind)
{
    return kind == Location::Kind::Table || kind == Location::Kind::DatabaseDiagram || kind == Location::Kind::NewQuery ||
           kind == Location::Kind::Import || kind == Location::Kind::Export;
}

bool isOfProject(Location::Kind kind)
{
    return kind == Location::Kind::Model || kind == Location::Kind::ProjectDiagram || kind == Location::Kind::Timeline ||
           kind == Location::Kind::SavedQuery;
}

Shell::Shell(QWidget &window, TabArea &tabs, const Services &services)
    : Workbench(&window), m_window(window), m_tabs(tabs), m_services(services),
      m_connections(services.places.config + QStringLiteral("/connections.json"), services.secrets),
      m_recent(services.places.state + QStringLiteral("/recent.json"))
{
    connect(&m_connections, &ConnectionList::added, this, &Shell::followConnection);
    connect(&m_connections, &ConnectionList::changed, this, &Workbench::connectionsChanged);
    connect(&m_connections, &ConnectionList::failed, this, &Shell::report);
    connect(&m_tabs, &TabArea::currentChanged, this, [this] {
        Q_EMIT currentPageChanged();
        Q_EMIT verbsChanged();
        Q_EMIT statusChanged();
        Q_EMIT changed();
    });
    connect(&m_tabs, &TabArea::arranged, this, &Shell::changed);
    connect(&m_tabs, &TabArea::closeRequested, this, &Shell::closePage);
}

// --- connections

ConnectionItem *Shell::currentConnection() const
{
    if (const Page *page = currentPage(); page && !page->connectionId().isEmpty())
        if (ConnectionItem *item = connection(page->connectionId()))
            return item;
    if (m_selected)
        return m_selected;
    // With one open connection there is no doubt which one is meant.
    ConnectionItem *only = nullptr;
    for (ConnectionItem *item : connections()) {
        if (item->state() != ConnectionItem::State::Open)
            continue;
        if (only)
            return nullptr;
        only = item;
    }
    return only;
}

ConnectionItem *Shell::openFile(const QString &path)
{
    ConnectionItem *item = m_connections.of(driver::Url::sqliteFile(QFileInfo(path).absoluteFilePath()), false);
    openConnection(item);
    return item;
}

void Shell::openUrl(const driver::Url &url, bool readOnly)
{
    openConnection(m_connections.of(url, readOnly));
}

void Shell::openConnection(ConnectionItem *connection)
{
    if (connection->state() != ConnectionItem::State::Open && connection->state() != ConnectionItem::State::Connecting)
        m_connections.open(connection);
    m_recent.touch(RecentList::Kind::Connection, connection->id());
    Q_EMIT connectionOpened(connection);
    Q_EMIT changed();
}

void Shell::followConnection(ConnectionItem *connection)
{
    connect(connection, &ConnectionItem::stateChanged, this, [this, connection] {
        if (connection->state() == ConnectionItem::State::Open)
            wake([connection](const Location &location) { return location.connection == connection->id(); });
        Q_EMIT statusChanged();
        Q_EMIT changed();
    });
    connect(connection, &ConnectionItem::edited, this, &Shell::statusChanged);
}

// --- project

void Shell::openProject(const QString &folder)
{
    struct Loaded
    {
        project::Project project;
        schema::Catalog models;
        std::optional<schema::Catalog> draft;
    };
    worker::inBackground<Loaded>([folder, state = m_services.places.state](const CancelToken &) -> Result<Loaded> {
        JOINERY_TRY_VALUE(project::Project project, project::Project::open(folder));
        JOINERY_TRY_VALUE(schema::Catalog models, project.loadModels());
        std::optional<schema::Catalog> draft = Draft::read(state, project.directory());
        return Loaded{std::move(project), std::move(models), std::move(draft)};
    }, this, [this, folder](Result<Loaded> answer) {
        if (answer) {
            adoptProject(std::move(answer->project), std::move(answer->models), std::move(answer->draft));
            return;
        }
        for (Page *page : pages())
            if (auto *pending = qobject_cast<PendingPage *>(page); pending && isOfProject(pending->location().kind))
                pending->setProblem(answer.error());
        report(answer.error(), tr("The project %1 was not opened").arg(folder));
    });
}

void Shell::adoptProject(project::Project project, schema::Catalog models, std::optional<schema::Catalog> draft)
{
    if (m_project && m_project->folder() != project.directory())
        dropProjectPages();
    ProjectSession *old = m_project;
    m_project = new ProjectSession(std::move(project), std::move(models), this);
    auto *unsaved = new Draft(m_services.places.state, *m_project);
    connect(unsaved, &Draft::failed, this, [this](const Error &error) { report(error, tr("Unsaved changes cannot be kept")); });
    if (draft && *draft != m_project->document().catalog())
        m_project->restoreDraft(*std::move(draft));
    connect(m_project, &ProjectSession::modifiedChanged, this, &Shell::statusChanged);
    connect(m_project, &ProjectSession::saved, this, &Shell::statusChanged);
    m_recent.touch(RecentList::Kind::Project, m_project->folder());
    Q_EMIT projectChanged();
    if (old)
        old->deleteLater();
    wake([](const Location &location) { return isOfProject(location.kind); });
    Q_EMIT statusChanged();
    Q_EMIT changed();
}

void Shell::closeProject()
{
    if (!m_project)
        return;
    dropProjectPages();
    std::exchange(m_project, nullptr)->deleteLater();
    Q_EMIT projectChanged();
    Q_EMIT statusChanged();
    Q_EMIT changed();
}

void Shell::dropProjectPages()
{
    for (Page *page : pages())
        if (isOfProject(page->location().kind)) {
            m_tabs.remove(page);
            page->deleteLater();
        }
}

// --- pages

void Shell::addOpener(Location::Kind kind, Opener opener)
{
    m_openers.insert(kind, std::move(opener));
}

bool Shell::isReady(const Location &location) const
{
    if (isOfProject(location.kind))
        return m_project;
    const ConnectionItem *item = connection(location.connection);
    return !isOfConnection(location.kind) || (item && item->catalog());
}

Page *Shell::make(const Location &location, const QJsonObject &saved)
{
    ConnectionItem *item = connection(location.connection);
    if ((isOfConnection(location.kind) && !item) || !m_openers.contains(location.kind))
        return nullptr;
    if (isReady(location)) {
        Page *page = m_openers.value(location.kind)(location, saved);
        if (page)
            followPage(page);
        return page;
    }
    auto *pending = new PendingPage(location, saved, item);
    connect(pending, &PendingPage::connectRequested, this, [this, item = QPointer(item)] {
        if (item)
            openConnection(item);
    });
    connect(pending, &PendingPage::editRequested, this, [this, item = QPointer(item)] {
        if (item)
            Q_EMIT editRequested(item);
    });
    followPage(pending);
    return pending;
}

Page *Shell::go(const Location &location)
{
    if (location.kind != Location::Kind::NewQuery)
        for (Page *page : pages()) {
            Location shown = page->location();
            shown.column = location.column;
            if (shown == location) {
                m_tabs.setCurrentPage(page);
                return page;
            }
        }
    if (isOfProject(location.kind) && !m_project) {
        say(tr("Open a project first."));
        return nullptr;
    }
    if (ConnectionItem *item = connection(location.connection); item && !item->catalog())
        openConnection(item);
    Page *page = make(location, {});
    if (page)
        m_tabs.add(page);
    return page;
}

void Shell::wake(const std::function<bool(const Location &)> &ready)
{
    for (Page *page : pages()) {
        auto *pending = qobject_cast<PendingPage *>(page);
        if (!pending || !ready(pending->location()) || !isReady(pending->location()))
            continue;
        if (Page *real = make(pending->location(), pending->state())) {
            m_tabs.replace(pending, real);
            pending->deleteLater();
        }
    }
}

void Shell::followPage(Page *page)
{
    connect(page, &Page::stateChanged, this, &Shell::changed);
    connect(page, &Page::headerChanged, this, &Shell::changed);
    connect(page, &Page::verbsChanged, this, [this, page] {
        if (page == currentPage())
            Q_EMIT verbsChanged();
    });
    connect(page, &Page::statusChanged, this, [this, page] {
        if (page == currentPage())
            Q_EMIT statusChanged();
    });
}

void Shell::closePage(Page *page)
{
    if (!pages().contains(page) || !page->mayClose())
        return;
    m_tabs.remove(page);
    page->deleteLater();
}

// --- saying things

void Shell::report(const Error &error, const QString &what)
{
    if (error.kind != ErrorKind::Cancelled)
        Q_EMIT reported(error, what);
}

void Shell::say(const QString &text)
{
    Q_EMIT said(text);
}

void Shell::confirm(const QString &title, const QString &text, const QString &verb, bool destructive, std::function<void()> yes)
{
    dialogs::confirm(&m_window, title, text, verb, destructive, std::move(yes));
}

} // namespace joinery::ui
