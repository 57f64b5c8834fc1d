// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/search_jobs.h"
#include "ui/grid/edit/find_bar.h"
#include "ui/grid/edit/replace_dialog.h"
#include "ui/grid/grid_page.h"

#include <QLocale>
#include <QVBoxLayout>

/// Find and replace in the rows of the tab.
namespace joinery::ui {

namespace {

constexpr int kMostReplaced = 10'000; // rows at once

} // namespace

void GridPage::find(bool replace)
{
    if (!m_shown)
        return;
    if (!m_find) {
        m_find = new FindBar(this);
        // Above the rows.
        static_cast<QVBoxLayout *>(layout())->insertWidget(layout()->indexOf(m_view), m_find);
        connect(m_find, &FindBar::findAsked, this, &GridPage::findNext);
        connect(m_find, &FindBar::replaceAsked, this, &GridPage::replaceAll);
        connect(m_find, &FindBar::closed, this, [this] {
            m_searching.cancel();
            m_find->hide();
            m_view->table().setFocus();
        });
    }
    QStringList columns;
    for (const int column : m_view->table().shownColumns())
        columns.append(m_view->model().columns()[size_t(column)].name);
    const QModelIndex at = m_view->table().currentIndex();
    m_find->setColumns(columns, at.isValid() ? m_view->model().columns()[size_t(at.column())].name : columns.value(0));
    m_find->setCan(session::hasRegex(m_connection ? m_connection->dialectName() : QString()), m_edits->refusal().isEmpty());
    m_find->begin(replace);
}

void GridPage::findNext(bool backwards)
{
    const session::TextSearch search = m_find->search();
    const QModelIndex at = m_view->table().currentIndex();
    std::vector<driver::Value> from;
    if (at.isValid()) {
        if (const auto found = m_feed->find(m_view->model().position(at.row())))
            from = m_source.orderOf(*found->block, found->row);
    }
    m_searching.cancel();
    m_find->tell(tr("Searching …"));
    const bool wasStart = from.empty();
    m_searching = worker::findRow(m_feed->worker(), m_source, search, from, backwards, this,
                                  [this, search, backwards, wasStart](Result<std::optional<session::FoundRow>> found) {
        if (!found)
            return found.error().kind == ErrorKind::Cancelled ? m_find->tell({}) : m_find->tell(found.error().message, true);
        if (*found)
            return showFound((*found)->position, search.column);
        if (wasStart)
            return m_find->tell(tr("No row holds it."));
        // Once round.
        m_searching = worker::findRow(m_feed->worker(), m_source, search, {}, backwards, this,
                                      [this, search](Result<std::optional<session::FoundRow>> again) {
            if (!again)
                return m_find->tell(again.error().message, true);
            if (!*again)
                return m_find->tell(tr("No row holds it."));
            showFound((*again)->position, search.column);
            m_find->tell(tr("From the other end again: %1").arg(m_find->told()));
        });
    });
}

void GridPage::showFound(qint64 position, const QString &column)
{
    m_view->table().goTo(position, int(m_source.table.columnIndex(column)));
    m_find->tell(tr("Row %1").arg(QLocale().toString(position + 1)));
    Q_EMIT searched();
}

void GridPage::replaceAll()
{
    const session::TextSearch search = m_find->search();
    const QString with = m_find->with();
    if (m_find->inSelection())
        return askToReplace(replacementIn(m_view->model(), m_view->table().selectedCells(), search, with));
    m_searching.cancel();
    m_find->tell(tr("Searching …"));
    m_searching = worker::matchingRows(m_feed->worker(), m_source, search, kMostReplaced, this,
                                       [this, search, with](Result<session::MatchingRows> matching) {
        if (!matching)
            return m_find->tell(matching.error().message, true);
        Result<Replacement> replacement = replacementIn(m_view->model(), matching->rows, search, with);
        if (replacement && matching->all > kMostReplaced)
            replacement->all = matching->all;
        askToReplace(std::move(replacement));
    });
}

void GridPage::askToReplace(Result<Replacement> replacement)
{
    if (!replacement)
        return m_find->tell(replacement.error().message, true);
    if (replacement->cells.empty() && replacement->parts == 0 && replacement->refused == 0)
        return m_find->tell(tr("Nothing is there to replace."));
    m_find->tell({});
    auto *dialog = new ReplaceDialog(*replacement, title(), this);
    connect(dialog, &QDialog::accepted, this, [this, replacement = *std::move(replacement)] {
        if (!mayEdit())
            return;
        stage(m_view->model(), replacement);
        m_find->tell(tr("%n cells are staged", nullptr, int(replacement.cells.size())));
    });
    dialog->open();
    Q_EMIT searched();
}

} // namespace joinery::ui
