// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/result_source.h"
#include "ui/common/error_text.h"
#include "ui/grid/edit/commit_places.h"
#include "ui/grid/edit/committer.h"
#include "ui/grid/grid_view.h"
#include "ui/grid/notice_bar.h"
#include "ui/grid/result_grid.h"

/// What is edited in a result; how it is shown is in result_grid.cpp.
namespace joinery::ui {

namespace {

QString sentence(const worker::Untraceable &refusal)
{
    using Why = worker::Untraceable::Why;
    const QString tables = refusal.tables.join(QStringLiteral(", "));
    switch (refusal.why) {
    case Why::NoRows: return {};
    case Why::Computed: return ResultGrid::tr("This result cannot be edited: %1 is computed and comes from no table.").arg(refusal.column);
    case Why::SeveralTables: return ResultGrid::tr("This result cannot be edited: its columns come from several tables (%1).").arg(tables);
    case Why::Unknown: return ResultGrid::tr("This result cannot be edited: %1 is no table that is known here.").arg(tables);
    case Why::NotOnce:
        return ResultGrid::tr("This result cannot be edited: its query does not name the table %1 exactly once, so a row of it cannot be told for sure.").arg(tables);
    case Why::Twice: return ResultGrid::tr("This result cannot be edited: it holds the column %1 twice.").arg(refusal.column);
    case Why::NoKey: return ResultGrid::tr("This result cannot be edited: the table %1 has no key.").arg(tables);
    case Why::KeyMissing:
        return ResultGrid::tr("This result cannot be edited: the key of %1 (%2) is not among its columns.").arg(tables, refusal.column);
    }
    Q_UNREACHABLE();
}

} // namespace

/// The columns, and what may be edited of them.
void ResultGrid::trace(const worker::StatementResult &result, worker::DbWorker *worker, const ResultPlace &place)
{
    delete std::exchange(m_committer, nullptr);
    delete std::exchange(m_edits, nullptr);
    m_staged->hide();
    m_columns.clear();
    for (const auto &from : result.columns) {
        GridColumn column;
        column.name = from.name;
        column.type = from.type;
        column.typeText = from.nativeType.isEmpty() ? from.type.toString() : from.nativeType;
        column.look = lookOf(from.type);
        m_columns.push_back(std::move(column));
    }
    if (!place.catalog || !worker || m_columns.empty())
        return;
    const worker::ResultSource traced = worker::resultSource(result.sql, result.columns, *place.catalog, place.dialect);
    const QString refusal = traced.refusal ? sentence(*traced.refusal) : place.refusal;
    m_edits = new TableEdits(this);
    m_edits->setSource(traced.source, refusal);
    if (!refusal.isEmpty()) {
        for (GridColumn &column : m_columns)
            column.fixed = refusal;
        return;
    }
    m_columns = gridColumns(traced.source, place.dialect);
    for (size_t i = 0; i < m_columns.size(); ++i) {
        if (result.columns[i].name == m_columns[i].name)
            continue;
        m_columns[i].fixed = tr("%1 is another name of %2 here: only columns under their own name can be edited.")
                                 .arg(result.columns[i].name, m_columns[i].name);
        m_columns[i].name = result.columns[i].name;
    }
    m_committer = new Committer(*m_edits, [this, place, source = traced.source, worker = QPointer(worker)] {
        return CommitPlace{source, m_columns, place.dialect, place.connection, historyFolder(place.connectionId), worker};
    }, this);
    connect(m_edits, &TableEdits::changed, this, &ResultGrid::showStaged);
    connect(m_edits, &TableEdits::failureChanged, this, &ResultGrid::showStaged);
    connect(m_committer, &Committer::committed, this,
            [this, table = traced.source.table.name.toString()](int changes) { Q_EMIT written(changes, table); });
    connect(m_committer, &Committer::failed, this, [this] {
        const TableEdits::Failure failure = *m_edits->failure();
        if (const int row = failure.change == 0 ? -1 : m_view->model().rowOfChange(failure.change); row >= 0)
            m_view->table().goTo(m_view->model().position(row));
        else
            m_notice->tell(errorWords(failure.error), true, {});
        m_committer->resolve();
    });
    connect(m_view, &GridView::resolveAsked, m_committer, &Committer::resolve);
    connect(&m_view->table(), &GridTable::deleteAsked, m_edits, [this] { m_view->model().deleteRows(m_view->table().selectedRows()); });
    connect(&m_view->table(), &GridTable::addAsked, m_edits, [this] { m_view->model().addRow(); });
}

bool ResultGrid::hasStaged() const { return m_edits && !m_edits->set().isEmpty(); }

void ResultGrid::revertAll()
{
    if (!m_edits || m_edits->isFrozen())
        return;
    m_edits->setFailure(std::nullopt);
    m_edits->change([](session::ChangeSet &set) { set.clear(); });
}

bool ResultGrid::canUndo() const { return m_edits && !m_edits->isFrozen() && m_edits->set().canUndo(); }

bool ResultGrid::canRedo() const { return m_edits && !m_edits->isFrozen() && m_edits->set().canRedo(); }

void ResultGrid::undo()
{
    if (canUndo())
        m_edits->change([](session::ChangeSet &set) { set.undo(); });
}

void ResultGrid::redo()
{
    if (canRedo())
        m_edits->change([](session::ChangeSet &set) { set.redo(); });
}

void ResultGrid::commit()
{
    if (m_committer)
        m_committer->commit();
}

void ResultGrid::showStaged()
{
    Q_EMIT statusChanged();
    if (!hasStaged() || m_edits->isFrozen()) {
        m_staged->hide();
        return;
    }
    const auto staying = [this](const std::function<void()> &action) {
        return [this, action] {
            action();
            showStaged();
        };
    };
    m_staged->tell(tr("%n change(s) of %1 are staged.", nullptr, m_edits->set().count()).arg(m_edits->source().table.name.toString()), false,
                   {{tr("Preview SQL"), staying([this] { m_committer->preview(); })},
                    {tr("Revert"), staying([this] { revertAll(); })},
                    {tr("Commit"), staying([this] { commit(); })}});
}

} // namespace joinery::ui
