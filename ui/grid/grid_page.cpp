// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/grid_page.h"

#include "ui/grid/cell/row_inspector.h"
#include "ui/grid/column_header.h"
#include "ui/grid/edit/commit_places.h"
#include "ui/grid/edit/committer.h"
#include "ui/grid/frozen_columns.h"
#include "ui/grid/grid_menu.h"
#include "ui/grid/grid_toolbar.h"
#include "ui/grid/kept_table.h"
#include "ui/grid/notice_bar.h"
#include "ui/grid/rows/edit_journal.h"

#include <QJsonArray>
#include <QLocale>
#include <QVBoxLayout>

namespace joinery::ui {

GridPage::GridPage(Workbench &workbench, const Location &location, const QJsonObject &saved)
    : m_workbench(workbench), m_location(location), m_connection(workbench.connection(location.connection)),
      m_connectionName(m_connection ? m_connection->name() : QString()), m_edits(new TableEdits(this)),
      m_committer(new Committer(*m_edits, [this] {
          return CommitPlace{m_source, m_view->model().columns(), m_connection ? m_connection->dialectName() : QString(), origin(),
                             historyFolder(m_location.connection), m_connection && m_feed ? &m_feed->worker() : nullptr};
      }, this)),
      m_toolbar(new GridToolbar(m_connectionName, this)), m_conditionNotice(new NoticeBar(this)), m_notice(new NoticeBar(this)),
      m_view(new GridView(this)), m_kept(new KeptTable(location.connection, location.name, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_toolbar);
    layout->addWidget(m_conditionNotice);
    layout->addWidget(m_notice);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);

    m_source.where = saved[QStringLiteral("where")].toString();
    m_source.filters = filtersFromText(saved.contains(QStringLiteral("filters")) ? saved[QStringLiteral("filters")].toString() : location.text);
    for (const QJsonValue &term : saved[QStringLiteral("sort")].toArray())
        m_source.sort.push_back({term[QStringLiteral("column")].toString(), term[QStringLiteral("descending")].toBool()});
    m_savedTop = qint64(saved[QStringLiteral("top")].toDouble());
    m_toolbar->setWhere(m_source.where);
    connectParts();

    m_toolbar->setStaged(0);
    m_toolbar->setCanUndo(false);
    if (!m_connection) {
        m_notice->tell(tr("The connection of this table is not set up any more."), true, {});
        return;
    }
    connect(m_connection, &ConnectionItem::catalogChanged, this, &GridPage::catalogChanged);
    connect(m_connection, &ConnectionItem::stateChanged, this, [this] {
        if (!m_shown && m_connection->state() == ConnectionItem::State::Failed)
            m_notice->tell(m_connection->failure().message, true, {{tr("Try again"), [this] { m_connection->open(); }}});
    });
    connect(m_connection, &ConnectionItem::edited, this, &Page::headerChanged);
    if (m_connection->catalog())
        catalogChanged();
    else
        m_connection->open();
}

void GridPage::connectParts()
{
    connect(m_toolbar, &GridToolbar::addAsked, this, &GridPage::addRow);
    connect(m_toolbar, &GridToolbar::deleteAsked, this, &GridPage::deleteSelected);
    connect(m_toolbar, &GridToolbar::undoAsked, this, [this] { perform(Verb::Undo); });
    connect(m_toolbar, &GridToolbar::whereAsked, this, &GridPage::setWhere);
    connect(m_toolbar, &GridToolbar::noFiltersAsked, this, [this] { setFilters({}); });
    connect(m_toolbar, &GridToolbar::previewAsked, this, &GridPage::preview);
    connect(m_toolbar, &GridToolbar::revertAsked, this, &GridPage::revertAll);
    connect(m_toolbar, &GridToolbar::commitAsked, this, &GridPage::commit);
    GridTable &table = m_view->table();
    connect(&table, &GridTable::addAsked, this, &GridPage::addRow);
    connect(&table, &GridTable::deleteAsked, this, &GridPage::deleteSelected);
    connect(&m_view->table(), &GridTable::viewAsked, this, &GridPage::viewCell);
    connect(&table, &GridTable::menuAsked, this, [this](const QPoint &at) { makeGridMenu(*this, m_workbench.actions())->popup(at); });
    connect(&m_view->model(), &GridModel::referenceEdited, this, &GridPage::offerReferences);
    connectHeader(table.columnHeader());
    connect(&table, &GridTable::lookChanged, this, [this] { m_kept->setLook(m_view->table().look()); });
    connect(m_kept, &KeptTable::failed, this, [this](const Error &error) {
        m_workbench.report(error, tr("What is remembered of %1 was not written").arg(title()));
    });
    connect(m_toolbar, &GridToolbar::savedFiltersAsked, this, [this](QMenu &menu) { fillSavedFilters(menu); });
    FrozenColumns &frozen = table.frozen();
    connectHeader(frozen.columnHeader());
    connect(m_view, &GridView::statusChanged, this, &Page::statusChanged);
    connect(m_view, &GridView::said, this, [this](const QString &sentence) { m_workbench.say(sentence); });
    connect(m_edits, &TableEdits::changed, this, &GridPage::stagedChanged);
    connect(m_committer, &Committer::started, this, [this] {
        if (m_journal)
            m_journal->setCommitting(true);
        m_toolbar->setBusy(true);
        Q_EMIT statusChanged();
        Q_EMIT verbsChanged();
    });
    connect(m_committer, &Committer::committed, this, &GridPage::writtenTo);
    connect(m_committer, &Committer::failed, this, &GridPage::failedAt);
    connect(m_committer, &Committer::settled, this, [this] { m_feed->refresh(); });
    connect(m_committer, &Committer::unkept, this, [this](const Error &error) {
        m_workbench.report(error, tr("The commit happened, but cannot be undone later"));
    });
    connect(m_view, &GridView::resolveAsked, m_committer, &Committer::resolve);
    connect(table.selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (m_inspector)
            m_inspector->show(index.isValid() ? index.row() : -1);
    });
}

void GridPage::connectHeader(ColumnHeader &header)
{
    header.setCanFilter(true);
    connect(&header, &ColumnHeader::sortAsked, this, &GridPage::sortAsked);
    connect(&header, &ColumnHeader::filterAsked, this, &GridPage::askFilter);
    connect(&header, &ColumnHeader::menuAsked, this, [this](int column, const QPoint &at) {
        // The actions speak of the current column.
        if (const int row = qMax(0, m_view->table().currentIndex().row()); m_view->model().rowCount() > 0)
            m_view->table().selectionModel()->setCurrentIndex(m_view->model().index(row, column), QItemSelectionModel::NoUpdate);
        makeColumnMenu(*this, m_workbench.actions())->popup(at);
    });
}

GridPage::~GridPage() = default;

QString GridPage::origin() const { return m_connection ? m_connection->name() : m_connectionName; }

Environment GridPage::environment() const { return m_connection ? m_connection->environment() : Environment::None; }

bool GridPage::mayClose()
{
    // Edits of a table's own tab come back with it; rows that a link led to have nowhere to come back.
    if (m_location.text.isEmpty() || !isDirty())
        return true;
    m_workbench.confirm(tr("Staged changes"), tr("%n staged changes of %1 are not written yet.", nullptr, m_edits->set().count()).arg(title()),
                        tr("Close without writing"), true, [this] {
        revertAll();
        m_workbench.closePage(this);
    });
    return false;
}

void GridPage::stagedChanged()
{
    m_toolbar->setStaged(m_edits->set().count());
    m_toolbar->setCanUndo(m_edits->set().canUndo());
    if (m_journal)
        m_journal->keep(m_edits->set().changes());
    Q_EMIT headerChanged();
    Q_EMIT verbsChanged();
    Q_EMIT statusChanged();
    Q_EMIT stateChanged();
}

bool GridPage::can(Verb verb) const
{
    const bool staged = !m_edits->set().isEmpty() && !m_edits->isFrozen();
    switch (verb) {
    case Verb::Commit:
    case Verb::Save:
    case Verb::Revert: return staged;
    case Verb::Undo: return m_edits->set().canUndo() && !m_edits->isFrozen();
    case Verb::Redo: return m_edits->set().canRedo() && !m_edits->isFrozen();
    case Verb::Refresh:
    case Verb::Find: return m_shown;
    case Verb::Cancel: return m_feed && m_feed->isReading();
    case Verb::Export: return m_shown;
    case Verb::Run: return false;
    }
    return false;
}

void GridPage::perform(Verb verb)
{
    if (!can(verb))
        return;
    switch (verb) {
    case Verb::Commit:
    case Verb::Save: preview(); break;
    case Verb::Revert: revertAll(); break;
    case Verb::Undo: m_edits->change([](session::ChangeSet &set) { set.undo(); }); break;
    case Verb::Redo: m_edits->change([](session::ChangeSet &set) { set.redo(); }); break;
    case Verb::Refresh: m_feed->refresh(); break;
    case Verb::Find: find(false); break;
    case Verb::Cancel: m_feed->cancel(); break;
    case Verb::Export:
        if (QAction *action = m_workbench.actions().find(QStringLiteral("transfer.export")))
            action->trigger();
        break;
    case Verb::Run: break;
    }
}

PageStatus GridPage::status() const
{
    PageStatus status;
    if (m_edits->isFrozen())
        status.transaction = tr("Committing …");
    else if (!m_edits->set().isEmpty())
        status.transaction = tr("%n staged changes, nothing written yet", nullptr, m_edits->set().count());
    status.summary = m_view->rowsText();
    if (m_feed && m_shown && !m_feed->seeks() && !status.summary.isEmpty())
        status.summary += tr(" · found by counting");
    else if (m_feed && m_shown && m_source.key.kind == session::RowKey::Kind::Address)
        status.summary += tr(" · by %1").arg(m_source.key.columns.front());
    status.selection = m_view->selectionText();
    return status;
}

QWidget *GridPage::inspector()
{
    if (!m_inspector) {
        m_inspector = new RowInspector(m_view->model());
        connect(this, &QObject::destroyed, m_inspector, &QObject::deleteLater);
        m_inspector->setTableName(title());
        const QModelIndex current = m_view->table().currentIndex();
        m_inspector->show(current.isValid() ? current.row() : -1);
    }
    return m_inspector;
}

QJsonObject GridPage::state() const
{
    QJsonArray sort;
    for (const session::SortTerm &term : m_source.sort)
        sort.append(QJsonObject{{QStringLiteral("column"), term.column}, {QStringLiteral("descending"), term.descending}});
    return {{QStringLiteral("where"), m_source.where}, {QStringLiteral("filters"), filtersToText(m_source.filters)},
            {QStringLiteral("sort"), sort}, {QStringLiteral("top"), double(m_view->table().topPosition())}};
}

void GridPage::writtenTo(int changes)
{
    m_toolbar->setBusy(false);
    if (m_journal)
        m_journal->setCommitting(false);
    m_feed->refresh();
    m_workbench.say(tr("%n changes were written to %1 in %2.", nullptr, changes).arg(title(), origin()));
    Q_EMIT committed();
}

void GridPage::failedAt()
{
    m_toolbar->setBusy(false);
    const TableEdits::Failure failure = *m_edits->failure();
    if (m_journal && failure.error.damage != Damage::InDoubt)
        m_journal->setCommitting(false);
    // The words stand at the row that failed; only an error without a row needs the window's notice.
    if (const int row = failure.change == 0 ? -1 : m_view->model().rowOfChange(failure.change); row >= 0)
        m_view->table().goTo(m_view->model().position(row));
    else
        m_workbench.report(failure.error, tr("Commit to %1 failed; everything stays staged").arg(origin()));
    Q_EMIT verbsChanged();
    Q_EMIT statusChanged();
    Q_EMIT commitFailed();
    m_committer->resolve();
}

} // namespace joinery::ui
