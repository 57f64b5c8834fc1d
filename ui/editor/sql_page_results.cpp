// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/classify.h"
#include "ui/editor/result_pane.h"
#include "ui/editor/sql_page.h"
#include "ui/editor/sql_toolbar.h"
#include "ui/grid/result_grid.h"

/// What becomes of the results of a SQL tab: edits and exports.
namespace joinery::ui {

Exportable SqlPage::exportable() const
{
    const ResultGrid *grid = m_results->currentGrid();
    if (!grid || !m_connection)
        return {};
    Exportable rows = grid->exportable();
    const sql::StatementTraits traits = sql::classify(grid->sql(), sql::flavorOf(m_connection->dialectName()));
    if (!rows.columns.isEmpty() && traits.returnsRows && traits.readOnly) {
        Exportable::Choice query;
        query.what = Exportable::Choice::What::Query;
        query.source.sql = grid->sql();
        query.source.parameters = m_ranWith;
        if (!grid->isComplete() && rows.preferred == 0)
            rows.preferred = int(rows.choices.size());
        rows.choices.append(query);
    }
    return rows;
}

bool SqlPage::isDirty() const { return m_modified || m_results->hasStaged(); }

ResultGrid *SqlPage::focusedGrid() const
{
    ResultGrid *grid = m_results->currentGrid();
    return grid && grid->isAncestorOf(focusWidget()) ? grid : nullptr;
}

ResultPlace SqlPage::resultPlace() const
{
    ResultPlace place;
    if (!m_connection)
        return place;
    place.catalog = m_connection->catalog();
    place.dialect = m_connection->dialectName();
    place.connection = m_connection->name();
    place.connectionId = m_connection->id();
    if (m_connection->isReadOnly())
        place.refusal = tr("The connection %1 is read-only.").arg(m_connection->name());
    else if (m_toolbar->isManual() || m_transactionOpen)
        place.refusal = tr("Rows of a result are edited where every statement commits by itself: a commit of edits is a transaction of its own.");
    return place;
}

void SqlPage::askToDrop(const QString &verb, const std::function<void()> &then)
{
    m_workbench.confirm(tr("Staged changes"), tr("Changes of the rows of a result are staged and not written yet."), verb, true, [this, then] {
        m_results->revertAll();
        then();
    });
}

/// The rows are read again where that only reads.
void SqlPage::writtenTo(int changes, const QString &table)
{
    m_workbench.say(tr("%n change(s) were written to %1 in %2.", nullptr, changes).arg(table, origin()));
    if (!m_connection || m_results->hasStaged())
        return;
    const sql::Flavor flavor = sql::flavorOf(m_connection->dialectName());
    if (std::ranges::all_of(m_running, [&](const SqlEditor::Piece &piece) { return sql::classify(piece.sql, flavor).readOnly; }))
        run(QList<SqlEditor::Piece>(m_running));
    else
        m_results->say(tr("The result shows the rows as they were before: run the statement again to see them as they are."));
}

} // namespace joinery::ui
