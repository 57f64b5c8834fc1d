// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"
#include "ui/grid/cell/cell_delegate.h"
#include "ui/grid/column_header.h"
#include "ui/grid/frozen_columns.h"
#include "ui/grid/grid_table.h"

#include <QScopedValueRollback>
#include <QScrollBar>

/// How the columns and rows of the grid are shown.
namespace joinery::ui {

namespace {

constexpr int kLine = 17; // what one more line of text adds to a row

} // namespace

void GridTable::fitColumns()
{
    constexpr int kWidest = 320;
    const QScopedValueRollback arranging(m_arranging, true);
    const int rows = qMin(m_model.rowCount(), 60);
    for (int column = 0; column < m_model.columnCount(); ++column) {
        int width = m_columnHeader->widthOf(column);
        for (int row = 0; row < rows; ++row)
            width = qMax(width, m_delegate->widthOf(m_model.index(row, column)));
        const int given = m_look.widths.value(m_model.columns()[size_t(column)].name);
        m_columnHeader->resizeSection(column, given > 0 ? given : qMin(width, kWidest));
    }
    m_frozen->follow();
}

QList<int> GridTable::shownColumns() const
{
    QList<int> columns;
    for (int place = 0; place < m_columnHeader->count(); ++place) {
        const int column = m_columnHeader->logicalIndex(place);
        if (!isColumnHidden(column))
            columns.append(column);
    }
    return columns;
}

/// By the user: what was arranged here is left alone.
void GridTable::arranged()
{
    if (m_arranging)
        return;
    m_frozen->follow();
    Q_EMIT lookChanged();
}

void GridTable::setLook(const TableLook &look)
{
    m_look = look;
    const QScopedValueRollback arranging(m_arranging, true);
    const std::vector<GridColumn> &columns = m_model.columns();
    const auto columnOf = [&](const QString &name) {
        const auto at = std::ranges::find(columns, name, &GridColumn::name);
        return at == columns.end() ? -1 : int(at - columns.begin());
    };
    int place = 0;
    for (const QString &name : look.order) {
        if (const int column = columnOf(name); column >= 0)
            m_columnHeader->moveSection(m_columnHeader->visualIndex(column), place++);
    }
    for (int column = 0; column < int(columns.size()); ++column) {
        const QString &name = columns[size_t(column)].name;
        setColumnHidden(column, look.hidden.contains(name));
        if (const int width = look.widths.value(name); width > 0)
            m_columnHeader->resizeSection(column, width);
    }
    const qint64 top = topPosition();
    verticalHeader()->setDefaultSectionSize(metrics::kRow + (qMax(1, look.lines) - 1) * kLine);
    if (topPosition() != top)
        setTopPosition(top);
    m_frozen->setCount(look.frozen);
    Q_EMIT scrolled();
}

TableLook GridTable::look() const
{
    TableLook look;
    bool moved = false;
    for (int place = 0; place < m_columnHeader->count(); ++place) {
        const int column = m_columnHeader->logicalIndex(place);
        const QString &name = m_model.columns()[size_t(column)].name;
        moved = moved || column != place;
        look.order.append(name);
        if (isColumnHidden(column))
            look.hidden.append(name);
    }
    look.widths = m_look.widths;
    if (!moved)
        look.order.clear();
    look.frozen = m_frozen->count();
    look.lines = 1 + (rowHeight() - metrics::kRow) / kLine;
    return look;
}

/// What the keyboard goes to must not lie under the columns that stay.
void GridTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    const int covered = m_frozen ? m_frozen->columnsWidth() : 0;
    if (covered == 0 || !current.isValid() || shownColumns().indexOf(current.column()) < m_frozen->count())
        return;
    if (const int left = columnViewportPosition(current.column()); left < covered)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + left - covered);
}

} // namespace joinery::ui
