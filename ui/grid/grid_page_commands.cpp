// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/cell/cell_dialog.h"
#include "ui/grid/column_header.h"
#include "ui/grid/edit/committer.h"
#include "ui/grid/edit/row_commands.h"
#include "ui/grid/filter_popup.h"
#include "ui/grid/grid_page.h"
#include "ui/grid/grid_toolbar.h"
#include "ui/grid/notice_bar.h"
#include "ui/grid/row_form.h"

#include <QMenu>
#include <QVBoxLayout>

/// What can be done in the tab of a table; the tab itself is in grid_page.cpp.
namespace joinery::ui {

namespace {

constexpr int kMostValues = 200; // in the list of a filter

} // namespace

void GridPage::addRow()
{
    if (m_view->model().addRow() == 0)
        return;
    m_view->setEmptyText({});
    int column = 0;
    while (column + 1 < m_view->model().columnCount() && m_view->model().columns()[size_t(column)].isGiven)
        ++column;
    m_view->table().setFocus();
    m_view->table().goTo(m_view->model().extent() - 1, column);
}

void GridPage::duplicateSelected()
{
    const qint64 before = m_view->model().extent();
    const QString why = duplicateRows(m_view->model(), m_view->table().selectedRows());
    if (!why.isEmpty())
        m_workbench.say(why);
    else if (m_view->model().extent() > before)
        m_view->table().goTo(before, qMax(0, m_view->table().currentIndex().column()));
}

void GridPage::deleteSelected() { m_view->model().deleteRows(m_view->table().selectedRows()); }

void GridPage::revertSelected() { m_view->model().revertRows(m_view->table().selectedRows()); }

void GridPage::revertCells() { ui::revertCells(m_view->model(), m_view->table().selectedCells()); }

void GridPage::revertAll()
{
    if (m_edits->isFrozen())
        return;
    m_edits->setFailure(std::nullopt);
    // Step by step, so that even this can be undone.
    m_edits->change([](session::ChangeSet &set) {
        for (const session::RowChange &change : set.changes())
            set.revert(change.id);
    });
}

void GridPage::preview()
{
    if (m_connection)
        m_committer->preview();
}

void GridPage::commit()
{
    if (!m_edits->set().isEmpty() && !m_edits->isFrozen() && m_feed)
        m_committer->commit();
}

void GridPage::goToRow(qint64 number) { m_view->table().goTo(number - 1); }

void GridPage::viewCell()
{
    const QModelIndex at = m_view->table().currentIndex();
    if (!at.isValid() || !m_view->model().isRead(at.row()))
        return;
    CellDialog::Cell cell = cellToView(m_view->model(), at);
    cell.table = m_location.name.name;
    (new CellDialog(std::move(cell), m_feed ? &m_feed->worker() : nullptr, this))->open();
}

void GridPage::focusCondition() { m_toolbar->focusWhere(); }

bool GridPage::isForm() const { return m_form && !m_form->isHidden(); }

void GridPage::showForm(bool form)
{
    if (!m_shown || form == isForm())
        return;
    if (!m_form) {
        m_form = new RowForm(*m_view, this);
        static_cast<QVBoxLayout *>(layout())->insertWidget(layout()->indexOf(m_view) + 1, m_form, 1);
        connect(m_form, &RowForm::closeAsked, this, [this] { showForm(false); });
        connect(m_form, &RowForm::revertAsked, this, &GridPage::revertSelected);
    }
    if (form && !m_view->table().currentIndex().isValid())
        m_view->table().goTo(m_view->table().topPosition(), 0);
    m_view->setVisible(!form);
    m_form->setVisible(form);
    setFocusProxy(form ? static_cast<QWidget *>(m_form) : m_view);
    (form ? static_cast<QWidget *>(m_form) : &m_view->table())->setFocus();
    Q_EMIT verbsChanged();
}

void GridPage::sortAsked(const QString &column, bool add)
{
    std::vector<session::SortTerm> sort = asked().sort;
    const auto at = std::find_if(sort.begin(), sort.end(), [&](const session::SortTerm &term) { return term.column == column; });
    // Up, down, not at all.
    if (at != sort.end() && (add || sort.size() == 1)) {
        if (at->descending)
            sort.erase(at);
        else
            at->descending = true;
    } else {
        if (!add)
            sort.clear();
        sort.push_back({column, false});
    }
    setSort(sort);
}

void GridPage::sortCurrent(bool descending)
{
    if (const QModelIndex at = m_view->table().currentIndex(); at.isValid())
        setSort({{m_view->model().columns()[size_t(at.column())].name, descending}});
}

void GridPage::setSort(const std::vector<session::SortTerm> &sort)
{
    if (m_attempting) {
        session::RowSource source = m_wanted;
        source.sort = sort;
        return attempt(source);
    }
    m_source.sort = sort;
    if (m_shown)
        open();
    Q_EMIT stateChanged();
}

void GridPage::setWhere(const QString &where)
{
    m_toolbar->setWhere(where);
    m_toolbar->setWhereError({});
    m_conditionNotice->hide();
    if (where == asked().where)
        return;
    session::RowSource source = asked();
    source.where = where;
    attempt(source);
}

void GridPage::setFilters(const std::vector<session::ColumnFilter> &filters)
{
    if (filters == asked().filters)
        return;
    session::RowSource source = asked();
    source.filters = filters;
    attempt(source);
}

std::vector<session::ColumnFilter> GridPage::filtersBut(const QString &column) const
{
    std::vector<session::ColumnFilter> filters = asked().filters;
    std::erase_if(filters, [&](const session::ColumnFilter &filter) { return filter.column == column; });
    return filters;
}

void GridPage::setFilter(const session::ColumnFilter &filter)
{
    std::vector<session::ColumnFilter> filters = filtersBut(filter.column);
    filters.push_back(filter);
    setFilters(filters);
}

void GridPage::filterByValue(bool only)
{
    const QModelIndex at = m_view->table().currentIndex();
    if (!at.isValid())
        return;
    session::ColumnFilter filter;
    filter.column = m_view->model().columns()[size_t(at.column())].name;
    filter.kind = only ? session::ColumnFilter::Kind::OneOf : session::ColumnFilter::Kind::NoneOf;
    // What is excluded already stays so.
    for (const session::ColumnFilter &old : asked().filters) {
        if (!only && old.column == filter.column && old.kind == filter.kind)
            filter.values = old.values;
    }
    for (const QModelIndex &index : m_view->table().selectedCells()) {
        // What is in the database counts, not what is staged.
        const std::optional<driver::Value> value = m_view->model().oldValue(index);
        if (index.column() == at.column() && value && std::ranges::find(filter.values, *value) == filter.values.end())
            filter.values.push_back(*value);
    }
    if (std::ranges::any_of(filter.values, &driver::Value::isPart))
        m_workbench.say(tr("Only a part of this value was read: rows cannot be filtered by it."));
    else if (filter.values.empty())
        m_workbench.say(tr("A new row has no value in the database yet."));
    else
        setFilter(filter);
}

void GridPage::askFilter(int column)
{
    if (!m_shown || column < 0 || column >= m_view->model().columnCount())
        return;
    const GridColumn &of = m_view->model().columns()[size_t(column)];
    std::optional<session::ColumnFilter> current;
    for (const session::ColumnFilter &filter : m_source.filters) {
        if (filter.column == of.name)
            current = filter;
    }
    auto *popup = new FilterPopup(of, m_view->model().hasLooseTypes(), current, this);
    connect(popup, &FilterPopup::applied, this, &GridPage::setFilter);
    connect(popup, &FilterPopup::cleared, this, [this, name = of.name] { setFilters(filtersBut(name)); });
    worker::Job job = m_feed->distinctValues(of.name, kMostValues, popup, [popup](Result<std::vector<session::DistinctValue>> values) {
        if (values)
            popup->showValues(*values, int(values->size()) < kMostValues);
        else
            popup->showFailure(values.error().message);
    });
    // Nobody waits for the values of a filter that was left.
    connect(popup, &QObject::destroyed, m_feed, [job]() mutable { job.cancel(); });
    ColumnHeader &header = m_view->table().columnHeader();
    popup->popup(header.viewport()->mapToGlobal(QPoint(header.sectionViewportPosition(column), header.height())));
}

std::optional<RelatedRows> GridPage::referred()
{
    const QModelIndex at = m_view->table().currentIndex();
    const schema::CatalogPtr catalog = m_connection ? m_connection->catalog() : nullptr;
    if (!at.isValid() || !catalog || !m_view->model().isRead(at.row()))
        return std::nullopt;
    return referredRow(*catalog, m_source.table, m_view->model().columns()[size_t(at.column())].name, m_location.connection,
                       [&](const QString &column) {
        const qsizetype place = m_source.table.columnIndex(column);
        return place < 0 ? driver::Value::null() : m_view->model().value(at.siblingAtColumn(int(place)));
    });
}

void GridPage::goTo(const RelatedRows &rows) { m_workbench.go(rows.location); }

void GridPage::goToReferred()
{
    if (const auto rows = referred())
        goTo(*rows);
    else
        m_workbench.say(tr("This cell refers to no row."));
}

void GridPage::fillReferring(QMenu &menu)
{
    const QModelIndex at = m_view->table().currentIndex();
    const schema::CatalogPtr catalog = m_connection ? m_connection->catalog() : nullptr;
    if (!at.isValid() || !catalog || !m_view->model().isRead(at.row()))
        return;
    const auto valueOf = [&](const QString &column) {
        const qsizetype place = m_source.table.columnIndex(column);
        return place < 0 ? driver::Value::null() : m_view->model().oldValue(at.siblingAtColumn(int(place))).value_or(driver::Value::null());
    };
    for (const RelatedRows &rows : referringRows(*catalog, m_source.table, m_location.connection, valueOf)) {
        QString text = rows.text;
        connect(menu.addAction(text.replace(u'&', QStringLiteral("&&"))), &QAction::triggered, this, [this, rows] { goTo(rows); });
    }
}

void GridPage::showReferring()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillReferring(*menu);
    if (menu->isEmpty()) {
        delete menu;
        m_workbench.say(tr("No foreign key refers to this row."));
        return;
    }
    const QRect cell = m_view->table().visualRect(m_view->table().currentIndex());
    menu->popup(m_view->table().viewport()->mapToGlobal(cell.bottomLeft()));
}

} // namespace joinery::ui
