// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/sql_page.h"

#include "core/project/project.h"
#include "core/sql/lexer.h"
#include "core/sql/parameters.h"
#include "ui/common/retranslate.h"
#include "ui/common/theme.h"
#include "ui/editor/parameter_bar.h"
#include "ui/editor/result_pane.h"
#include "ui/editor/sql_toolbar.h"
#include "ui/grid/result_grid.h"

#include <QInputDialog>
#include <QLocale>
#include <QVBoxLayout>

namespace joinery::ui {

namespace {

bool holdsParametersOfItsOwn(const QString &sql, sql::Flavor flavor)
{
    const std::vector<sql::Token> tokens = sql::significantTokens(sql, flavor);
    if (tokens.empty())
        return false;
    const QStringView first = tokens.front().in(sql);
    return first.compare(u"prepare", Qt::CaseInsensitive) == 0 || first.compare(u"create", Qt::CaseInsensitive) == 0;
}

} // namespace

SqlPage::SqlPage(Workbench &workbench, const Location &location, const QJsonObject &saved)
    : m_workbench(workbench), m_location(location), m_title(saved.value(QLatin1String("title")).toString()),
      m_queryName(saved.value(QLatin1String("query")).toString()), m_toolbar(new SqlToolbar(this)),
      m_parameters(new ParameterBar(this)), m_editor(new SqlEditor(this)), m_results(new ResultPane(this)), m_splitter(new QSplitter(Qt::Vertical, this))
{
    // Two tabs with the same text are two tabs.
    if (m_location.uid.isNull())
        m_location.uid = Uid::create();
    if (m_location.kind == Location::Kind::SavedQuery && m_queryName.isEmpty())
        m_queryName = m_location.text;

    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(m_toolbar);
    page->addWidget(m_parameters);
    page->addWidget(m_splitter);
    m_splitter->addWidget(m_editor);
    m_splitter->addWidget(m_results);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({400, 400});
    m_results->hide();

    m_editor->setText(saved.contains(QLatin1String("sql")) ? saved.value(QLatin1String("sql")).toString() : location.text);
    m_editor->setCaretOffset(saved.value(QLatin1String("caret")).toInt(int(m_editor->text().size())));
    m_parameters->restore(saved.value(QLatin1String("parameters")).toObject());
    m_modified = saved.value(QLatin1String("modified")).toBool();
    m_toolbar->setManual(saved.value(QLatin1String("manual")).toBool());

    connect(m_editor, &QsciScintilla::textChanged, this, [this] {
        m_modified = true;
        m_editor->clearErrors();
        Q_EMIT headerChanged();
        Q_EMIT stateChanged();
    });
    connect(m_editor, &SqlEditor::caretMoved, this, [this](int line, int column) {
        m_line = line;
        m_column = column;
        Q_EMIT statusChanged();
    });
    connect(m_editor, &SqlEditor::statementChanged, this, &SqlPage::updateParameters);
    connect(m_parameters, &ParameterBar::edited, this, &Page::stateChanged);
    connect(m_results, &ResultPane::statusChanged, this, &Page::statusChanged);
    connect(m_results, &ResultPane::statusChanged, this, &Page::verbsChanged);
    // Queued: what was written may clear the grid that says so.
    connect(m_results, &ResultPane::written, this, &SqlPage::writtenTo, Qt::QueuedConnection);
    connect(m_results, &ResultPane::currentChanged, this, &Page::inspectorChanged);
    connect(m_results, &ResultPane::statementActivated, this, [this](int index) {
        if (index < m_running.size())
            m_editor->select(m_running.at(index).start, m_running.at(index).start + m_running.at(index).sql.size());
    });
    connectToolbar();
    retranslating(this, [this] { updateState(); });
    setConnection(workbench.connection(m_location.connection));
    setFocusProxy(m_editor);
}

void SqlPage::connectToolbar()
{
    connect(m_toolbar, &SqlToolbar::runAsked, this, [this] { run(m_editor->statementsToRun()); });
    connect(m_toolbar, &SqlToolbar::runAllAsked, this, &SqlPage::runAll);
    connect(m_toolbar, &SqlToolbar::stopAsked, this, [this] { perform(Verb::Cancel); });
    connect(m_toolbar, &SqlToolbar::commitAsked, this, [this] { endTransaction(true); });
    connect(m_toolbar, &SqlToolbar::rollbackAsked, this, [this] { endTransaction(false); });
    connect(m_toolbar, &SqlToolbar::modeChanged, this, [this] {
        updateState();
        Q_EMIT stateChanged();
    });
    connect(m_toolbar, &SqlToolbar::connectionsAsked, this, [this] { m_toolbar->fillConnections(m_workbench.connections(), m_connection); });
    connect(m_toolbar, &SqlToolbar::connectionChosen, this, &SqlPage::setConnection);
    connect(&theme(), &Theme::changed, this, [this] { setConnection(m_connection); });
}

QString SqlPage::title() const
{
    if (!m_queryName.isEmpty())
        return m_queryName;
    return m_title.isEmpty() ? tr("New query") : m_title;
}

QString SqlPage::origin() const { return m_connection ? m_connection->name() : QString(); }
Environment SqlPage::environment() const { return m_connection ? m_connection->environment() : Environment::None; }
QString SqlPage::connectionId() const { return m_location.connection; }

void SqlPage::setConnection(ConnectionItem *item)
{
    if (item != m_connection || !m_worker) {
        delete m_worker;
        if (m_connection)
            disconnect(m_connection, nullptr, this, nullptr);
        m_connection = item;
        m_location.connection = item ? item->id() : QString();
        m_transactionOpen = m_transactionFailed = false;
        if (item) {
            m_worker = item->createWorker(this);
            connect(m_worker, &worker::DbWorker::transactionChanged, this, [this](bool open, bool failed) {
                m_transactionOpen = open;
                m_transactionFailed = failed;
                updateState();
            });
            connect(item, &ConnectionItem::catalogChanged, this, [this] { m_editor->setCatalog(m_connection->catalog()); });
            connect(item, &ConnectionItem::edited, this, &Page::headerChanged);
            m_editor->setLanguage(item->dialectName());
            m_editor->setCatalog(item->catalog());
            if (item->state() == ConnectionItem::State::Closed)
                item->open();
        } else {
            m_editor->setLanguage(QStringLiteral("generic"));
        }
    }
    m_toolbar->showConnection(item);
    updateState();
    Q_EMIT headerChanged();
}

bool SqlPage::can(Verb verb) const
{
    switch (verb) {
    case Verb::Run: return m_worker && !isRunning();
    case Verb::Cancel: return isRunning();
    case Verb::Commit:
    case Verb::Revert: return m_transactionOpen && !isRunning();
    // Asked when something changed, not when the keyboard moves: perform() looks where it is.
    case Verb::Undo: return m_editor->isUndoAvailable() || (m_results->currentGrid() && m_results->currentGrid()->canUndo());
    case Verb::Redo: return m_editor->isRedoAvailable() || (m_results->currentGrid() && m_results->currentGrid()->canRedo());
    case Verb::Save: return m_workbench.project() != nullptr;
    case Verb::Export: return m_results->currentGrid() != nullptr;
    case Verb::Refresh:
    case Verb::Find: return false;
    }
    Q_UNREACHABLE();
}

void SqlPage::perform(Verb verb)
{
    switch (verb) {
    case Verb::Run: run(m_editor->statementsToRun()); return;
    case Verb::Cancel: m_job.cancel(); return;
    case Verb::Commit: endTransaction(true); return;
    case Verb::Revert: endTransaction(false); return;
    case Verb::Undo: focusedGrid() ? focusedGrid()->undo() : m_editor->undo(); return;
    case Verb::Redo: focusedGrid() ? focusedGrid()->redo() : m_editor->redo(); return;
    case Verb::Save: save(); return;
    case Verb::Export:
        if (QAction *action = m_workbench.actions().find(QStringLiteral("transfer.export")))
            action->trigger();
        return;
    case Verb::Refresh:
    case Verb::Find: return;
    }
}

void SqlPage::runAll() { run(m_editor->allStatements()); }

void SqlPage::run(const QList<SqlEditor::Piece> &pieces)
{
    if (!m_worker || isRunning())
        return;
    if (pieces.isEmpty()) {
        m_workbench.say(tr("There is no statement here."));
        return;
    }
    if (m_results->hasStaged()) {
        askToDrop(tr("Run without writing"), [this, pieces] { run(pieces); });
        return;
    }
    m_editor->clearErrors();
    m_results->clear();
    m_results->show();
    m_running = pieces;
    QStringList statements;
    for (const SqlEditor::Piece &piece : pieces)
        statements.append(piece.sql);
    worker::RunOptions options;
    updateParameters();
    options.parameters = m_parameters->values();
    m_ranWith = options.parameters;
    options.manualCommit = m_toolbar->isManual();
    m_clock.start();
    m_job = worker::runStatements(
        *m_worker, statements, options, this, [this](worker::StatementResult result) { took(result); },
        [this](Result<worker::RunSummary> summary) { ended(summary); });
    updateState();
}

void SqlPage::updateParameters()
{
    const QString dialect = m_connection ? m_connection->dialectName() : QString();
    const sql::Flavor flavor = sql::flavorOf(dialect);
    QStringList names;
    for (const SqlEditor::Piece &piece : m_editor->statementsToRun()) {
        // Numbers inside a prepared statement or a routine are its own; its text goes to the server as it is.
        const bool keepsNumbers = holdsParametersOfItsOwn(piece.sql, flavor);
        for (const QString &name : sql::parameterNames(piece.sql, flavor)) {
            if (!names.contains(name) && !(keepsNumbers && name.front().isDigit()))
                names.append(name);
        }
    }
    m_parameters->showNames(names, flavor == sql::Flavor::Postgresql ? u'$' : u'?');
}

void SqlPage::took(const worker::StatementResult &result)
{
    if (result.failure && result.failure->kind == ErrorKind::Cancelled) {
        m_results->say(tr("Cancelled after %1 ms.").arg(QLocale().toString(m_clock.elapsed())), QStringLiteral("stop"));
        return;
    }
    if (result.failure && result.index < m_running.size()) {
        const SqlEditor::Piece &piece = m_running.at(result.index);
        m_editor->markError(piece.start + std::max<qsizetype>(result.failure->offset, 0), result.failure->message);
    }
    m_results->add(*m_worker, result, resultPlace());
}

void SqlPage::ended(const Result<worker::RunSummary> &summary)
{
    m_job = {};
    const QString time = QLocale().toString(m_clock.elapsed());
    if (!summary)
        m_results->say(summary.error().message, QStringLiteral("error"));
    else
        m_results->showTotals(tr("%n statement(s) in %1 ms", nullptr, summary->run).arg(time));
    updateState();
}

void SqlPage::endTransaction(bool commit)
{
    if (!m_worker || isRunning())
        return;
    const auto done = [this, commit](Status status) {
        m_results->show();
        if (status)
            m_results->say(commit ? tr("Committed.") : tr("Rolled back."), QStringLiteral("check"));
        else
            m_results->say(status.error().message, QStringLiteral("error"));
    };
    if (commit)
        worker::commitTransaction(*m_worker, this, done);
    else
        worker::rollbackTransaction(*m_worker, this, done);
}

void SqlPage::save()
{
    ProjectSession *session = m_workbench.project();
    if (!session)
        return;
    if (m_queryName.isEmpty()) {
        auto *dialog = new QInputDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setWindowTitle(tr("Save query"));
        dialog->setLabelText(tr("Name in the project %1:").arg(session->name()));
        dialog->setOkButtonText(tr("Save"));
        connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &name) {
            m_queryName = name.trimmed();
            if (!m_queryName.isEmpty())
                save();
        });
        dialog->open();
        return;
    }
    Result<project::Project> project = project::Project::open(session->folder());
    const Status saved = project ? project->saveQuery(m_queryName, m_editor->text()) : Status(fail(project.error()));
    if (!saved) {
        m_workbench.report(saved.error(), tr("Save query %1").arg(m_queryName));
        return;
    }
    m_modified = false;
    Q_EMIT session->queriesChanged();
    Q_EMIT headerChanged();
    Q_EMIT stateChanged();
}

bool SqlPage::mayClose()
{
    if (m_results->hasStaged()) {
        askToDrop(tr("Close without writing"), [this] { m_workbench.closePage(this); });
        return false;
    }
    if (m_transactionOpen) {
        // The connection goes with the tab: what was not committed would be rolled back in silence.
        m_workbench.confirm(tr("A transaction is open"),
                            tr("Closing this tab rolls back what it changed in %1 and did not commit.").arg(origin()),
                            tr("Roll back and close"), true, [this] {
            m_transactionOpen = false;
            m_workbench.closePage(this);
        });
        return false;
    }
    if (m_modified && !m_queryName.isEmpty()) {
        m_workbench.confirm(tr("Unsaved changes"), tr("The changes of the query %1 are not saved.").arg(m_queryName),
                            tr("Close without saving"), true, [this] {
            m_modified = false;
            m_workbench.closePage(this);
        });
        return false;
    }
    return true;
}

PageStatus SqlPage::status() const
{
    PageStatus status;
    if (m_transactionFailed)
        status.transaction = tr("Transaction failed: roll back");
    else if (m_transactionOpen)
        status.transaction = tr("Transaction open");
    else
        status.transaction = m_toolbar->isManual() ? tr("Manual transaction, nothing open") : tr("Autocommit");
    status.summary = tr("Ln %1, Col %2").arg(m_line).arg(m_column);
    if (const ResultGrid *grid = m_results->currentGrid())
        status.selection = QStringList({grid->rowsText(), grid->selectionText()}).join(QLatin1String("  ")).trimmed();
    return status;
}

QWidget *SqlPage::inspector()
{
    ResultGrid *grid = m_results->currentGrid();
    return grid ? grid->inspector() : nullptr;
}

QJsonObject SqlPage::state() const
{
    return {{QStringLiteral("sql"), m_editor->text()},
            {QStringLiteral("caret"), int(m_editor->caretOffset())},
            {QStringLiteral("title"), m_title},
            {QStringLiteral("query"), m_queryName},
            {QStringLiteral("modified"), m_modified},
            {QStringLiteral("parameters"), m_parameters->state()},
            {QStringLiteral("manual"), m_toolbar->isManual()}};
}

void SqlPage::updateState()
{
    m_toolbar->follow({.connected = m_worker != nullptr, .running = isRunning(), .transactionOpen = m_transactionOpen,
                     .transactionFailed = m_transactionFailed});
    Q_EMIT verbsChanged();
    Q_EMIT statusChanged();
}

} // namespace joinery::ui
