// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/frozen_columns.h"

#include "ui/common/theme.h"
#include "ui/grid/cell/cell_delegate.h"
#include "ui/grid/column_header.h"
#include "ui/grid/grid_table.h"

#include <QContextMenuEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QWheelEvent>

namespace joinery::ui {

FrozenColumns::FrozenColumns(GridTable &table)
    : QTableView(&table), m_table(table), m_columnHeader(new ColumnHeader(table.gridModel(), this))
{
    setHorizontalHeader(m_columnHeader);
    setModel(&table.gridModel());
    setItemDelegate(new CellDelegate(table.gridModel(), this));
    setSelectionModel(table.selectionModel());
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setAccessibleName(tr("Columns that stay"));
    connect(table.verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, table.verticalScrollBar(), &QScrollBar::setValue);
    connect(m_columnHeader, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (!m_following && width > 0 && m_table.columnWidth(column) != width)
            m_table.setColumnWidth(column, width);
    });
    hide();
}

void FrozenColumns::setCount(int count)
{
    m_count = count;
    follow();
}

int FrozenColumns::columnsWidth() const { return isVisible() ? width() : 0; }

void FrozenColumns::follow()
{
    if (m_count == 0 && isHidden())
        return;
    const QScopedValueRollback following(m_following, true);
    const QList<int> shown = m_table.shownColumns();
    // Where everything stayed, nothing could be scrolled.
    const int count = m_count < shown.size() ? m_count : 0;
    int width = 0;
    for (int column = 0; column < m_table.gridModel().columnCount(); ++column) {
        const bool stays = shown.indexOf(column) >= 0 && shown.indexOf(column) < count;
        setColumnHidden(column, !stays);
        if (stays) {
            setColumnWidth(column, m_table.columnWidth(column));
            width += m_table.columnWidth(column);
        }
    }
    for (int place = 0; place < count; ++place)
        m_columnHeader->moveSection(m_columnHeader->visualIndex(shown.at(place)), place);
    setVisible(width > 0);
    if (width == 0)
        return;
    verticalHeader()->setDefaultSectionSize(m_table.verticalHeader()->defaultSectionSize());
    const QRect room = m_table.viewport()->geometry();
    setGeometry(room.left(), room.top() - m_columnHeader->height(), qMin(width, room.width() - 40), room.height() + m_columnHeader->height());
    verticalScrollBar()->setValue(m_table.verticalScrollBar()->value());
    raise();
}

void FrozenColumns::mousePressEvent(QMouseEvent *event)
{
    m_table.setFocus(Qt::MouseFocusReason);
    QTableView::mousePressEvent(event);
}

void FrozenColumns::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const QModelIndex at = indexAt(event->position().toPoint()); at.isValid())
        m_table.openCell(at);
}

void FrozenColumns::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept();
    const QModelIndex at = indexAt(viewport()->mapFromGlobal(event->globalPos()));
    if (at.isValid() && !selectionModel()->isSelected(at))
        m_table.setCurrentIndex(at);
    Q_EMIT m_table.menuAsked(event->globalPos());
}

void FrozenColumns::wheelEvent(QWheelEvent *event) { QCoreApplication::sendEvent(m_table.viewport(), event); }

void FrozenColumns::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    // Where the columns that scroll go under.
    QPainter painter(viewport());
    painter.setPen(QPen(theme().colors().dim, 1));
    painter.drawLine(viewport()->width() - 1, 0, viewport()->width() - 1, viewport()->height());
}

} // namespace joinery::ui
