// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/table_rows.h"
#include "ui/grid/cell/row_inspector.h"
#include "ui/grid/column_header.h"
#include "ui/grid/frozen_columns.h"
#include "ui/grid/grid_page.h"
#include "ui/grid/grid_toolbar.h"
#include "ui/grid/kept_table.h"
#include "ui/grid/notice_bar.h"
#include "ui/grid/rows/edit_journal.h"

#include <QLocale>

/// Where the rows of the tab come from, and the conditions that are tried on them.
namespace joinery::ui {

namespace {

QString inFull(const Error &error) { return error.detail.isEmpty() ? error.message : QString(error.message % u'\n' % error.detail); }

} // namespace

void GridPage::catalogChanged()
{
    const schema::CatalogPtr catalog = m_connection ? m_connection->catalog() : nullptr;
    if (!catalog)
        return;
    session::RowSource source = worker::rowSource(*catalog, m_location.name, m_connection->dialectName());
    source.where = m_source.where;
    for (const session::SortTerm &term : m_source.sort) {
        if (source.table.column(term.column))
            source.sort.push_back(term);
    }
    for (const session::ColumnFilter &filter : m_source.filters) {
        if (source.table.column(filter.column))
            source.filters.push_back(filter);
    }
    if (m_shown && source.table == m_source.table && source.key == m_source.key)
        return;
    if (source.table.columns.empty()) {
        m_notice->tell(tr("%1 has no table %2 any more.").arg(m_connection->name(), m_location.name.toString()), true, {});
        return;
    }
    m_source = std::move(source);
    m_edits->setSource(m_source, refusal(m_source));
    m_view->table().setDialect(m_connection->dialectName());
    if (!m_feed)
        makeFeed();
    if (!m_journal)
        makeJournal();
    m_toolbar->setEditable(!m_source.isView && !m_connection->isReadOnly());
    m_shown = true;
    open();
}

void GridPage::makeFeed()
{
    m_feed = new TableFeed([this](QObject *parent) { return m_connection->createWorker(parent); }, m_connection->dialectName(), this);
    connect(m_feed, &RowFeed::failed, this, [this](const Error &error) {
        if (!m_source.where.isEmpty())
            m_toolbar->setWhereError(error.message);
        m_notice->tell(inFull(error), true, {{tr("Try again"), [this] { open(); }}});
    });
    connect(m_feed, &RowFeed::changed, this, [this] {
        const bool empty = m_feed->isTotalExact() && m_view->model().extent() == 0;
        m_view->setEmptyText(!empty ? QString()
                             : m_source.isFiltered() ? tr("No row fulfils the condition.") : tr("This table has no rows yet. Press Ins to add one."));
    });
    connect(m_feed, &TableFeed::attempted, this, &GridPage::attempted);
    connect(m_feed, &TableFeed::readingChanged, this, &Page::statusChanged);
    connect(&m_feed->worker(), &worker::DbWorker::transactionChanged, this, &Page::statusChanged);
}

void GridPage::makeJournal()
{
    m_journal = new EditJournal(m_location.connection, m_location.name, m_location.text, this);
    connect(m_journal, &EditJournal::failed, this, [this](const Error &error) {
        m_workbench.report(error, tr("The staged edits could not be kept on disk"));
    });
    const auto kept = m_journal->read();
    if (!kept) {
        m_workbench.report(kept.error(), tr("Staged edits of %1 could not be restored").arg(title()));
    } else if (*kept) {
        m_edits->change([&](session::ChangeSet &set) { set.restore((*kept)->changes); });
        QString words = tr("%n staged changes of %1 were restored. They are not written yet.", nullptr, int((*kept)->changes.size()))
                            .arg(QLocale().toString((*kept)->when.toLocalTime(), QLocale::ShortFormat));
        if ((*kept)->wasCommitting) {
            words = tr("%n staged changes of %1 were restored. A commit of them was under way when Joinery ended: it may have happened. Look at the "
                       "rows before you commit again.", nullptr, int((*kept)->changes.size()))
                        .arg(QLocale().toString((*kept)->when.toLocalTime(), QLocale::ShortFormat));
        }
        m_notice->tell(words,
                       false, {{tr("Keep"), {}}, {tr("Discard"), [this] { revertAll(); }}});
    }
}

QString GridPage::refusal(const session::RowSource &source) const
{
    if (m_connection->isReadOnly())
        return tr("%1 is open for reading only. Change that in the connection's settings to edit rows.").arg(m_connection->name());
    if (source.isView)
        return tr("%1 is a view: its rows are edited in its tables.").arg(source.table.name.toString());
    return {};
}

void GridPage::open()
{
    m_feed->open(m_source);
    showRows();
    if (const qint64 top = std::exchange(m_savedTop, 0); top > 0) {
        // As soon as it is known how many rows there are.
        auto *once = new QObject(this);
        connect(m_feed, &RowFeed::changed, once, [this, once, top] {
            if (m_feed->isTotalKnown()) {
                once->deleteLater();
                m_view->table().setTopPosition(top);
            }
        });
    }
    if (!m_location.column.isEmpty()) {
        const qsizetype column = m_source.table.columnIndex(m_location.column);
        if (column >= 0)
            m_view->table().scrollTo(m_view->model().index(0, int(column)));
    }
}

/// What the feed has now, from its top.
void GridPage::showRows()
{
    m_toolbar->setWhereError({});
    m_conditionNotice->hide();
    m_attempting = false;
    m_view->setFeed(m_feed, gridColumns(m_source, m_connection->dialectName()), m_edits, worker::hasLooseTypes(m_connection->dialectName()));
    QStringList filtered;
    for (const session::ColumnFilter &filter : m_source.filters)
        filtered.append(filter.column);
    for (ColumnHeader *header : {&m_view->table().columnHeader(), &m_view->table().frozen().columnHeader()}) {
        header->setSort(m_source.sort);
        header->setFiltered(filtered);
    }
    m_toolbar->setFilters(int(filtered.size()));
    m_view->table().setLook(m_kept->look());
    if (m_inspector)
        m_inspector->show(-1);
    Q_EMIT verbsChanged();
    Q_EMIT statusChanged();
}

/// A condition may be wrong: the rows that are shown stay until it is known.
void GridPage::attempt(const session::RowSource &source)
{
    m_wanted = source;
    if (m_shown) {
        m_attempting = true;
        m_feed->attempt(source);
    } else {
        m_source = source;
        Q_EMIT stateChanged();
    }
}

void GridPage::attempted(const std::optional<Error> &failure)
{
    m_attempting = false;
    if (!failure) {
        m_source = m_feed->source();
        m_toolbar->setWhere(m_source.where);
        m_notice->hide();
        showRows();
        Q_EMIT stateChanged();
        return;
    }
    if (failure->kind == ErrorKind::Cancelled) {
        m_toolbar->setWhere(m_source.where);
        return;
    }
    // What was typed stays where it is, to be mended, with the engine's words below it.
    const QString words = inFull(*failure);
    if (m_wanted.where != m_source.where)
        m_toolbar->setWhereError(words);
    m_conditionNotice->tell(tr("%1\nThe rows below are still those of before.").arg(words), true,
                            {{tr("Back to what holds"), [this] {
        m_toolbar->setWhere(m_source.where);
        m_toolbar->setWhereError({});
    }}});
}

} // namespace joinery::ui
