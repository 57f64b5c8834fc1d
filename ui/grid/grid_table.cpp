// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/grid_table.h"

#include "ui/common/theme.h"
#include "ui/grid/cell/cell_delegate.h"
#include "ui/grid/column_header.h"
#include "ui/grid/edit/row_commands.h"
#include "ui/grid/frozen_columns.h"
#include "ui/grid/row_header.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QToolTip>

namespace joinery::ui {

GridTable::GridTable(GridModel &model, QWidget *parent)
    : QTableView(parent), m_model(model), m_delegate(new CellDelegate(model, this)), m_columnHeader(new ColumnHeader(model, this))
{
    setHorizontalHeader(m_columnHeader);
    setVerticalHeader(new RowHeader(model, this));
    setItemDelegate(m_delegate);
    setModel(&model);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    setTabKeyNavigation(true);
    setWordWrap(false);
    setCornerButtonEnabled(true);
    setAccessibleName(tr("Rows and columns"));
    m_frozen = new FrozenColumns(*this);
    m_columnHeader->setSectionsMovable(true);
    connect(m_columnHeader, &QHeaderView::sectionMoved, this, &GridTable::arranged);
    connect(m_columnHeader, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (!m_arranging && width > 0 && column < m_model.columnCount())
            m_look.widths.insert(m_model.columns()[size_t(column)].name, width);
        arranged();
    });
    connect(m_delegate, &CellDelegate::spreadAsked, this, &GridTable::setSelectedText);
    connect(&model, &GridModel::moved, this, [this](int by) {
        {
            const QScopedValueRollback still(m_moving, true);
            verticalScrollBar()->setValue(verticalScrollBar()->value() + by);
        }
        tellVisible();
    });
    connect(&model, &GridModel::extentChanged, this, [this] {
        verticalHeader()->updateGeometry();
        updateGeometries();
        m_frozen->follow(); // longer numbers move the columns
        tellVisible();
    });
    connect(&theme(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

int GridTable::rowHeight() const { return verticalHeader()->defaultSectionSize(); }

int GridTable::visibleRows() const { return qMax(1, viewport()->height() / rowHeight()); }

qint64 GridTable::topPosition() const { return m_model.position(verticalScrollBar()->value()); }

void GridTable::setTopPosition(qint64 position)
{
    position = std::clamp<qint64>(position, 0, std::max<qint64>(0, m_model.extent() - visibleRows()));
    {
        const QScopedValueRollback still(m_moving, true);
        m_model.bringNear(position);
        verticalScrollBar()->setValue(int(position - m_model.base()));
    }
    tellVisible();
}

void GridTable::goTo(qint64 position, int column)
{
    position = std::clamp<qint64>(position, 0, std::max<qint64>(0, m_model.extent() - 1));
    const qint64 top = topPosition();
    if (position < top || position >= top + visibleRows())
        setTopPosition(position < top ? position : position - visibleRows() + 1);
    const int to = column >= 0 ? column : qMax(0, currentIndex().column());
    const QModelIndex index = m_model.index(int(position - m_model.base()), to);
    setCurrentIndex(index);
    scrollTo(index);
}

void GridTable::tellVisible()
{
    if (m_moving || !m_model.feed())
        return;
    m_model.m_seen = topPosition();
    m_model.feed()->setVisible(m_model.m_seen, m_model.m_seen + visibleRows());
    Q_EMIT scrolled();
}

void GridTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dy == 0 || m_moving)
        return;
    m_model.bringNear(topPosition());
    tellVisible();
}

void GridTable::resizeEvent(QResizeEvent *event)
{
    const QModelIndex current = currentIndex();
    const bool wasSeen = current.isValid() && rowViewportPosition(current.row()) >= 0
                         && rowViewportPosition(current.row()) + rowHeight() <= event->oldSize().height();
    QTableView::resizeEvent(event);
    if (m_frozen)
        m_frozen->follow();
    // Where the grid becomes lower, the row that is worked on stays to be seen.
    if (wasSeen && rowViewportPosition(current.row()) + rowHeight() > viewport()->height())
        setTopPosition(m_model.position(current.row()) - visibleRows() + 1);
    tellVisible();
}

QList<int> GridTable::selectedRows() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    if (rows.isEmpty() && currentIndex().isValid())
        rows.append(currentIndex().row());
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

QModelIndexList GridTable::selectedCells() const
{
    QModelIndexList cells = selectedIndexes();
    if (cells.isEmpty() && currentIndex().isValid())
        cells.append(currentIndex());
    return cells;
}

void GridTable::copySelection(CopyFormat format)
{
    QItemSelection selection = selectionModel()->selection();
    if (selection.isEmpty() && currentIndex().isValid())
        selection.select(currentIndex(), currentIndex());
    const CopiedRows copied = copyRows(format, m_model, selection, shownColumns(), m_dialect);
    if (copied.parts > 0)
        return refuse(currentIndex(), tr("%n cells were read only in part: nothing was copied. View a cell to load it or to save it to a file.",
                                         nullptr, copied.parts));
    // An empty text is a copy too.
    if (!copied.text.isEmpty() || copied.missing == 0)
        QGuiApplication::clipboard()->setText(copied.text);
    if (copied.missing > 0)
        Q_EMIT said(tr("%n selected rows are not read yet and were left out.", nullptr, copied.missing));
}

void GridTable::setSelected(const driver::Value &value)
{
    if (const QString why = fillCells(m_model, selectedCells(), value); !why.isEmpty())
        refuse(currentIndex(), why);
}

void GridTable::setSelectedText(const QString &text)
{
    if (const QString why = fillText(m_model, selectedCells(), text); !why.isEmpty())
        refuse(currentIndex(), why);
}

void GridTable::fillDown()
{
    if (const QString why = ui::fillDown(m_model, selectedCells()); !why.isEmpty())
        refuse(currentIndex(), why);
}

void GridTable::paste()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    const bool isCsv = data->hasFormat(QStringLiteral("text/csv")) && !data->text().contains(u'\t');
    const QString why = pasteBlock(m_model, pastedBlock(data->text(), isCsv), selectedCells(), shownColumns());
    if (!why.isEmpty())
        refuse(currentIndex(), why);
}

/// Where it happened and in the window's own place, which a screen reader reads out.
void GridTable::refuse(const QModelIndex &index, const QString &why)
{
    if (index.isValid() && isVisible())
        QToolTip::showText(viewport()->mapToGlobal(visualRect(index).bottomLeft()), why, viewport(), visualRect(index), 6000);
    Q_EMIT said(why);
}

bool GridTable::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    const bool isAsked = trigger == DoubleClicked || trigger == EditKeyPressed || trigger == AnyKeyPressed;
    QString why;
    if (isAsked && (editTriggers() & trigger) && state() != EditingState && index.isValid() && !m_model.mayType(index, &why)) {
        refuse(index, why);
        return true;
    }
    return QTableView::edit(index, trigger, event);
}

void GridTable::askMenu()
{
    const QModelIndex at = currentIndex();
    if (at.isValid())
        scrollTo(at);
    const QPoint place = at.isValid() ? visualRect(at).bottomLeft() + QPoint(12, 0) : viewport()->rect().center();
    Q_EMIT menuAsked(viewport()->mapToGlobal(place));
}

void GridTable::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept();
    if (event->reason() != QContextMenuEvent::Mouse)
        return askMenu();
    const QModelIndex at = indexAt(viewport()->mapFromGlobal(event->globalPos()));
    if (at.isValid() && !selectionModel()->isSelected(at))
        setCurrentIndex(at);
    Q_EMIT menuAsked(event->globalPos());
}

bool GridTable::toggle(const QModelIndex &index)
{
    if (!index.isValid() || m_model.columns()[size_t(index.column())].look != GridColumn::Look::Boolean || !m_model.mayEdit(index))
        return false;
    const GridModel::Cell cell = m_model.cell(index);
    const bool nullable = m_model.columns()[size_t(index.column())].nullable;
    if (cell.kind == GridModel::Cell::Kind::Boolean && !cell.checked && nullable)
        return m_model.setValue(index, driver::Value::null());
    return m_model.setText(index, cell.kind == GridModel::Cell::Kind::Boolean && cell.checked ? QStringLiteral("false") : QStringLiteral("true"));
}

void GridTable::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers() & Qt::ControlModifier;
    const QModelIndex at = currentIndex();
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
    } else if (event->matches(QKeySequence::Paste)) {
        paste();
    } else if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier) {
        askMenu();
    } else if (control && event->key() == Qt::Key_End) {
        goTo(m_model.extent() - 1, at.column());
    } else if (control && event->key() == Qt::Key_Home) {
        goTo(0, at.column());
    } else if (control && event->key() == Qt::Key_0) {
        setSelected(driver::Value::null());
    } else if (control && event->key() == Qt::Key_Backspace) {
        setSelected(driver::Value::text(QString()));
    } else if (control && event->modifiers() & Qt::ShiftModifier && event->key() == Qt::Key_D) {
        setSelected(driver::Value::useDefault());
    } else if (event->key() == Qt::Key_D && event->modifiers() == Qt::ControlModifier) {
        fillDown();
    } else if (event->key() == Qt::Key_Delete && !control) {
        Q_EMIT deleteAsked();
    } else if (event->key() == Qt::Key_Insert && !control) {
        Q_EMIT addAsked();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() & Qt::ShiftModifier
               && state() != EditingState) {
        Q_EMIT viewAsked();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !control && state() != EditingState) {
        if (QString why; at.isValid() && !m_model.mayType(at, &why))
            refuse(at, why);
        else if (at.isValid())
            edit(at);
    } else if (event->key() == Qt::Key_Space && !control && toggle(at)) {
        event->accept();
    } else {
        QTableView::keyPressEvent(event);
    }
}

void GridTable::openCell(const QModelIndex &at)
{
    if (toggle(at))
        return;
    // What does not fit into a line is seen in a window; keys edit bytes in place.
    if (const driver::Value value = m_model.value(at); value.isPart() || value.tag() == driver::ValueTag::Bytes)
        Q_EMIT viewAsked();
    else if (QString why; m_model.mayType(at, &why))
        edit(at);
    else
        refuse(at, why);
}

void GridTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const QModelIndex at = indexAt(event->pos()); at.isValid())
        openCell(at);
}

bool GridTable::event(QEvent *event)
{
    // Here it fills cells; elsewhere in the window it may be a command.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_D && key->modifiers() == Qt::ControlModifier && m_model.edits()) {
            event->accept();
            return true;
        }
    }
    return QTableView::event(event);
}

void GridTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    // The line under the last row, where the grid ends above the edge.
    const int rows = m_model.rowCount();
    const int bottom = rows > 0 ? rowViewportPosition(rows - 1) + rowHeight() : 0;
    if (rows > 0 && bottom < viewport()->height()) {
        QPainter painter(viewport());
        painter.setPen(theme().colors().border);
        painter.drawLine(0, bottom - 1, m_columnHeader->length() - m_columnHeader->offset(), bottom - 1);
    }
}

} // namespace joinery::ui
