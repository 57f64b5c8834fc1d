// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "core/project/project.h"
#include "ui/common/retranslate.h"
#include "ui/navigator/navigator.h"
#include "ui/settings/settings_dialog.h"
#include "ui/shell/activity_panel.h"
#include "ui/shell/connection_desk.h"
#include "ui/shell/dock.h"
#include "ui/shell/features.h"
#include "ui/shell/go_to.h"
#include "ui/shell/inspector_panel.h"
#include "ui/shell/notice.h"
#include "ui/shell/project_desk.h"
#include "ui/shell/session.h"
#include "ui/shell/status_bar.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/welcome_page.h"
#include "ui/shell/window_actions.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFileInfo>
#include <QLayout>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QScreen>
#include <QVBoxLayout>

namespace joinery::ui {

namespace {

constexpr int kNavigatorWidth = 247;
constexpr int kInspectorWidth = 260;

} // namespace

MainWindow::MainWindow(const Services &services, Appear appear) : m_services(services)
{
    setWindowTitle(QStringLiteral("Joinery"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/joinery.svg")));
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    // On a smaller screen the whole window, its frame too, must fit.
    resize(QSize(1440, 900).boundedTo(screen()->availableSize() - QSize(8, 32)));
    if (appear == Appear::AtOnce) {
        restoreGeometry(Session::savedGeometry(sessionFile()));
        show();
        layout()->setEnabled(false); // laid out once, when all is there
    }
    build();
    centralWidget()->show(); // at once: the docks would share the place of one that is shown by the event loop
    layout()->setEnabled(true);
    // Of a window that is there already the docks have taken their own widths.
    resizeDocks({m_navigatorDock, m_inspectorDock}, {kNavigatorWidth, kInspectorWidth}, Qt::Horizontal);
}

QString MainWindow::sessionFile() const
{
    return m_services.places.state + QStringLiteral("/session.json");
}

void MainWindow::build()
{
    m_tabs = new TabArea(this);
    m_shell = new Shell(*this, *m_tabs, m_services);
    m_connections = new ConnectionDesk(*m_shell);
    m_projects = new ProjectDesk(*m_shell);
    m_navigator = new Navigator(*m_shell, this);
    m_inspector = new InspectorPanel(this);
    m_activity = new ActivityPanel(this);
    m_status = new StatusBar(this);
    m_notice = new Notice(this);
    m_session = new Session(sessionFile(), *this, *m_shell);
    auto *middle = new QWidget(this);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_notice);
    setCentralWidget(middle);
    setStatusBar(m_status);
    makeDocks();
    makeTopBar();
    wireNavigator();

    m_shell->addOpener(Location::Kind::Welcome, [this](const Location &, const QJsonObject &) -> Page * {
        auto *page = new WelcomePage(*m_shell, m_shell->recent());
        connect(page, &WelcomePage::connectRequested, m_connections, &ConnectionDesk::connectToDatabase);
        connect(page, &WelcomePage::openFileRequested, m_connections, &ConnectionDesk::openFile);
        connect(page, &WelcomePage::newProjectRequested, this, [this] { m_projects->create(nullptr); });
        connect(page, &WelcomePage::openProjectRequested, m_projects, &ProjectDesk::openFolder);
        connect(page, &WelcomePage::sampleRequested, m_projects, &ProjectDesk::openSample);
        connect(page, &WelcomePage::connectionRequested, m_shell, &Shell::openConnection);
        connect(page, &WelcomePage::projectRequested, m_projects, &ProjectDesk::open);
        return page;
    });
    connect(m_shell, &Shell::reported, this, [this](const Error &error, const QString &what) {
        m_activity->addFailure(error, what);
        m_notice->report(error, what);
    });
    connect(m_shell, &Shell::said, this, [this](const QString &text) {
        m_activity->addMessage(text);
        m_notice->say(text);
    });
    connect(m_notice, &Notice::detailsRequested, this, [this] {
        m_activity->showTab(ActivityPanel::Messages);
        m_activityDock->show();
    });
    connect(&m_shell->connectionList(), &ConnectionList::added, m_activity, &ActivityPanel::follow);
    connect(m_shell, &Shell::statusChanged, this, &MainWindow::showStatus);
    connect(m_shell, &Workbench::projectChanged, this, &MainWindow::showStatus);
    connect(m_shell, &Workbench::currentPageChanged, this, &MainWindow::showInspector);
    connect(m_tabs, &TabArea::menuRequested, this, &MainWindow::showTabMenu);
    connect(m_activity, &ActivityPanel::jobCountChanged, m_status, &StatusBar::setJobCount);
    connect(m_status, &StatusBar::jobsClicked, this, [this] {
        m_activity->showTab(ActivityPanel::Jobs);
        m_activityDock->show();
    });
    connect(&m_services.settings, &Settings::changed, this, &MainWindow::applySettings);
    connect(&m_services.settings, &Settings::failed, this, [this](const Error &error) { m_shell->report(error, tr("The settings were not saved")); });
    connect(&m_shell->actions(), &ActionRegistry::added, this, [this](QAction *action) {
        // The keys of a feature's action hold in the whole window, unless it gave them a place of their own.
        if (action->associatedObjects().isEmpty())
            addAction(action);
        applyShortcuts(action);
    });
    connect(&theme(), &Theme::changed, this, &MainWindow::showStatus);
    retranslating(this, [this] { showStatus(); });

    addFeatures(*m_shell);
    applySettings();
    if (const Status loaded = m_shell->connectionList().load(); !loaded)
        m_shell->report(loaded.error(), tr("The saved connections were not read"));
}

MainWindow::~MainWindow()
{
    // Docks that are hidden with the window tell it so, and pages use the shell: both while all of it still lives.
    for (Dock *dock : {m_navigatorDock, m_inspectorDock, m_activityDock})
        dock->disconnect(this);
    hide();
    m_inspector->showFor(nullptr);
    for (Page *page : m_tabs->pages()) {
        m_tabs->remove(page);
        delete page;
    }
}

void MainWindow::makeDocks()
{
    m_navigatorDock = new Dock(QStringLiteral("navigator"), [] { return tr("Navigator"); }, m_navigator, 8, this);
    m_inspectorDock = new Dock(QStringLiteral("inspector"), [] { return tr("Inspector"); }, m_inspector, 8, this);
    m_activityDock = new Dock(QStringLiteral("activity"), [] { return tr("Activity"); }, m_activity, 4, this);
    addDockWidget(Qt::LeftDockWidgetArea, m_navigatorDock);
    addDockWidget(Qt::RightDockWidgetArea, m_inspectorDock);
    addDockWidget(Qt::BottomDockWidgetArea, m_activityDock);
    // Navigator and Inspector keep the whole height; Activity lies between them.
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    resizeDocks({m_activityDock}, {220}, Qt::Vertical);
    m_inspectorDock->hide();
    m_activityDock->hide();
    for (Dock *dock : {m_navigatorDock, m_inspectorDock, m_activityDock}) {
        connect(dock, &QDockWidget::dockLocationChanged, this, &MainWindow::layoutChanged);
        connect(dock, &QDockWidget::visibilityChanged, this, &MainWindow::layoutChanged);
        connect(dock, &QDockWidget::topLevelChanged, this, &MainWindow::layoutChanged);
    }
    connect(m_activity, &ActivityPanel::closeRequested, m_activityDock, &QWidget::hide);
}

void MainWindow::makeTopBar()
{
    auto *actions = new WindowActions(*this, *m_shell, *m_connections, *m_projects);
    auto *bar = new TopBar(this);
    const auto action = [this](const char *id) { return m_shell->actions().find(QString::fromLatin1(id)); };
    bar->setMenu(actions->menu());
    bar->addButton(action("project.new"), [] { return tr("New"); }, actions->newMenu());
    bar->addButton(action("connection.new"), [] { return tr("Connect"); });
    bar->addButton(action("query.new"), [] { return tr("SQL"); });
    bar->addButton(action("diagram.open"), [] { return tr("Diagram"); });
    bar->addButton(action("timeline.open"), [] { return tr("Migrations"); });
    bar->setSearch(action("window.goTo"));
    addToolBar(Qt::TopToolBarArea, bar);
}

void MainWindow::wireNavigator()
{
    connect(m_navigator, &Navigator::goRequested, m_shell, [this](const Location &location) { m_shell->go(location); });
    connect(m_navigator, &Navigator::selected, m_shell, [this](ConnectionItem *connection) {
        m_shell->select(connection);
        showStatus();
    });
    connect(m_navigator, &Navigator::changed, this, &MainWindow::layoutChanged);
    connect(m_shell, &Shell::connectionOpened, m_navigator, &Navigator::unfold);
    connect(m_navigator, &Navigator::verbRequested, this, [this](ConnectionItem *connection, ConnectionVerb verb) {
        switch (verb) {
        case ConnectionVerb::Open:
            if (connection->state() == ConnectionItem::State::Open)
                connection->refresh();
            else
                m_shell->openConnection(connection);
            break;
        case ConnectionVerb::Cancel: connection->cancel(); break;
        case ConnectionVerb::Close: m_connections->close(connection); break;
        case ConnectionVerb::Edit: m_connections->edit(connection); break;
        case ConnectionVerb::Duplicate: m_connections->duplicate(connection); break;
        case ConnectionVerb::Remove: m_connections->remove(connection); break;
        case ConnectionVerb::NewProject: m_projects->create(connection); break;
        }
    });
}

void MainWindow::start()
{
    if (m_session->restore())
        return;
    Location welcome;
    welcome.kind = Location::Kind::Welcome;
    m_shell->go(welcome);
}

void MainWindow::openSource(const QString &source, bool readOnly, std::optional<Location> then)
{
    const QFileInfo file(source);
    const bool isProject = file.isDir() || file.fileName() == project::Project::fileName();
    if (isProject) {
        connect(m_shell, &Workbench::projectChanged, this, [this, then]() mutable {
            if (!then) {
                m_projects->showProject();
                return;
            }
            const ConnectionItem *database = m_projects->openDefaultDatabase();
            if (!isOfProject(then->kind))
                then->connection = database ? database->id() : QString();
            m_shell->go(*then);
        }, Qt::SingleShotConnection);
    }
    if (!m_connections->openAny(source, readOnly) || !then || isProject || m_shell->recent().entries().isEmpty())
        return;
    then->connection = m_shell->recent().entries().first().key;
    m_shell->go(*then);
}

void MainWindow::applySettings()
{
    theme().setChoice(m_services.settings.theme());
    if (m_services.language.choice() != m_services.settings.language())
        m_services.language.setChoice(m_services.settings.language());
    for (QAction *action : m_shell->actions().all())
        applyShortcuts(action);
}

void MainWindow::applyShortcuts(QAction *action)
{
    ActionRegistry &actions = m_shell->actions();
    const QString id = actions.id(action);
    const auto &changed = m_services.settings.shortcuts();
    actions.setShortcuts(id, changed.contains(id) ? changed.value(id) : actions.defaultShortcuts(id));
}

void MainWindow::goTo()
{
    (new QuickPick(tr("Go to"), tr("Go to table, model, revision…"), placesToGo(*m_shell), this))->open();
}

void MainWindow::showCommands()
{
    (new QuickPick(tr("Commands"), tr("Type what you want to do"), commandsToRun(*m_shell), this))->open();
}

void MainWindow::showSettings(bool shortcuts)
{
    auto *dialog = new SettingsDialog(m_services.settings, m_shell->actions(), this);
    if (shortcuts)
        dialog->showShortcuts();
    dialog->open();
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(QIcon(QStringLiteral(":/icons/joinery.svg")).pixmap(QSize(48, 48), devicePixelRatioF()));
    box->setWindowTitle(tr("About Joinery"));
    box->setText(QStringLiteral("Joinery %1").arg(QApplication::applicationVersion()));
    box->setInformativeText(tr("Draw models, browse and edit rows, and move every database from one revision to the next. "
                               "Free software under the GNU General Public License, version 3 or later."));
    box->addButton(tr("Close"), QMessageBox::RejectRole);
    box->open();
}

void MainWindow::focusNavigator()
{
    m_navigatorDock->show();
    m_navigator->focusFilter();
}

void MainWindow::toggleDock(const QString &name)
{
    if (name == u"inspector") {
        setWantsInspector(!m_wantsInspector);
        return;
    }
    Dock *dock = name == u"navigator" ? m_navigatorDock : m_activityDock;
    dock->setVisible(!dock->isVisible());
}

QStringList MainWindow::unfolded() const
{
    return m_navigator->unfolded();
}

void MainWindow::setUnfolded(const QStringList &paths)
{
    m_navigator->setUnfolded(paths);
}

void MainWindow::setWantsInspector(bool wanted)
{
    m_wantsInspector = wanted;
    showInspector();
    Q_EMIT layoutChanged();
}

// The Inspector is there while the page has something to show in it: no page is narrowed for an empty panel.
void MainWindow::showInspector()
{
    Page *page = m_shell->currentPage();
    if (page) {
        disconnect(page, &Page::inspectorChanged, this, &MainWindow::showInspector);
        connect(page, &Page::inspectorChanged, this, &MainWindow::showInspector);
    }
    const bool filled = m_inspector->showFor(m_wantsInspector ? page : nullptr);
    m_inspectorDock->setVisible(filled);
}

void MainWindow::showStatus()
{
    m_status->showState(m_shell->currentPage(), m_shell->currentConnection(), m_shell->project());
}

void MainWindow::showTabMenu(Page *page, const QPoint &position)
{
    m_tabs->setCurrentPage(page);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const char *id : {"tab.close", "tab.closeOthers", "tab.splitRight", "tab.splitDown"})
        menu->addAction(m_shell->actions().find(QString::fromLatin1(id)));
    menu->popup(position);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_session->saveNow();
    event->accept();
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    Q_EMIT layoutChanged();
}

void MainWindow::moveEvent(QMoveEvent *event)
{
    QMainWindow::moveEvent(event);
    Q_EMIT layoutChanged();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    for (const QUrl &url : event->mimeData()->urls())
        if (url.isLocalFile()) {
            event->acceptProposedAction();
            return;
        }
}

void MainWindow::dropEvent(QDropEvent *event)
{
    for (const QUrl &url : event->mimeData()->urls())
        if (url.isLocalFile())
            m_connections->openAny(url.toLocalFile());
    event->acceptProposedAction();
}

} // namespace joinery::ui
