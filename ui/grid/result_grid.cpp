// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/result_grid.h"

#include "core/worker/table_rows.h"
#include "ui/grid/cell/cell_dialog.h"
#include "ui/grid/cell/row_inspector.h"
#include "ui/grid/grid_menu.h"
#include "ui/grid/grid_view.h"
#include "ui/grid/held_rows.h"
#include "ui/grid/notice_bar.h"
#include "ui/grid/rows/result_feed.h"

#include <QLocale>
#include <QVBoxLayout>

#include <numeric>

namespace joinery::ui {

ResultGrid::ResultGrid(QWidget *parent) : QWidget(parent), m_view(new GridView(this)), m_notice(new NoticeBar(this)), m_staged(new NoticeBar(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(m_staged);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);
    connect(m_view, &GridView::statusChanged, this, &ResultGrid::statusChanged);
    connect(m_view, &GridView::said, this, &ResultGrid::said);
    connect(&m_view->table(), &GridTable::viewAsked, this, [this] {
        const QModelIndex at = m_view->table().currentIndex();
        if (at.isValid() && m_view->model().isRead(at.row()))
            (new CellDialog(cellToView(m_view->model(), at), nullptr, this))->open();
    });
    connect(&m_view->table(), &GridTable::menuAsked, this, [this](const QPoint &at) { makeResultMenu(m_view->table())->popup(at); });
    connect(m_view->table().selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (m_inspector)
            m_inspector->show(index.isValid() ? index.row() : -1);
    });
}

void ResultGrid::setResult(const worker::StatementResult &result, worker::DbWorker *worker, const ResultPlace &place)
{
    ResultFeed *old = m_feed;
    m_notice->hide();
    m_sql = result.sql;
    m_feed = new ResultFeed(result, worker, this);
    trace(result, worker, place);
    const bool rows = !m_columns.empty();
    m_view->setFeed(m_feed, m_columns, m_edits, !m_edits || worker::hasLooseTypes(place.dialect));
    const QLocale locale;
    const QString time = tr("%1 ms").arg(locale.toString(double(result.microseconds) / 1000, 'f', 1));
    if (!rows) {
        m_view->setEmptyText(result.affectedRows < 0 ? tr("Done in %1.").arg(time)
                                                     : tr("%n rows changed in %1.", nullptr, int(result.affectedRows)).arg(time));
    } else {
        m_view->setEmptyText(m_feed->total() == 0 && result.complete ? tr("The result has no rows.") : QString());
    }
    if (!result.complete && result.resultId == 0 && !result.failure) {
        m_notice->tell(tr("Only the first %1 rows of this result were read, because another statement followed. Run it alone to see all.")
                           .arg(locale.toString(m_feed->total())), false, {});
    }
    connect(m_feed, &RowFeed::failed, this, [this](const Error &error) { m_notice->tell(error.message, true, {}); });
    delete old;
    Q_EMIT statusChanged();
}

void ResultGrid::clear()
{
    m_notice->hide();
    m_view->setFeed(nullptr, {}, nullptr, true);
    m_view->setEmptyText({});
    delete m_feed;
    m_feed = nullptr;
    Q_EMIT statusChanged();
}

bool ResultGrid::isComplete() const { return m_feed && m_feed->isTotalExact() && m_view->model().rowCount() == m_feed->total(); }

Exportable ResultGrid::exportable() const
{
    Exportable rows;
    if (!m_feed || m_view->model().columns().empty())
        return rows;
    for (const GridColumn &column : m_view->model().columns())
        rows.columns.append(column.name);
    using What = Exportable::Choice::What;
    QList<int> read(m_view->model().rowCount());
    std::iota(read.begin(), read.end(), 0);
    if (auto held = heldRows(m_view->model(), read, What::Read))
        rows.choices.append(*std::move(held));
    const QList<int> selected = m_view->table().selectedRows();
    if (auto held = heldRows(m_view->model(), selected, What::Selected); held && selected.size() > 1) {
        rows.preferred = int(rows.choices.size());
        rows.choices.append(*std::move(held));
    }
    return rows;
}

QString ResultGrid::rowsText() const { return m_view->rowsText(); }

QString ResultGrid::selectionText() const { return m_view->selectionText(); }

QWidget *ResultGrid::inspector()
{
    if (!m_inspector) {
        m_inspector = new RowInspector(m_view->model(), this);
        m_inspector->hide();
        m_inspector->setTableName(tr("Result"));
        const QModelIndex current = m_view->table().currentIndex();
        m_inspector->show(current.isValid() ? current.row() : -1);
    }
    return m_inspector;
}

} // namespace joinery::ui
