// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grid/copy_rows.h"
#include "ui/grid/kept_table.h"
#include "ui/grid/rows/grid_model.h"

#include <QTableView>

namespace joinery::ui {

class CellDelegate;
class ColumnHeader;
class FrozenColumns;

/// The cells. It scrolls within the model's stretch; GridView's scroll bar spans all rows.
class GridTable : public QTableView
{
    Q_OBJECT
public:
    GridTable(GridModel &model, QWidget *parent);

    ColumnHeader &columnHeader() const { return *m_columnHeader; }
    GridModel &gridModel() const { return m_model; }
    int visibleRows() const;
    int rowHeight() const;
    qint64 topPosition() const;
    /// Brings the row to the top (or as far as it goes).
    void setTopPosition(qint64 position);
    /// Selects the cell and brings it into view.
    void goTo(qint64 position, int column = -1);
    void fitColumns();

    /// How it is shown: what is not said of a column is left as it is.
    void setLook(const TableLook &look);
    TableLook look() const; ///< with the widths that somebody gave
    FrozenColumns &frozen() const { return *m_frozen; }

    QList<int> selectedRows() const; ///< of the model, ascending
    QModelIndexList selectedCells() const; ///< that are shown, the current one where none is selected
    QList<int> shownColumns() const; ///< from the left
    void copySelection(CopyFormat format = CopyFormat::Tsv);
    void setDialect(const QString &name) { m_dialect = name; } ///< whose SQL is copied
    void setSelected(const driver::Value &value); ///< into every selected cell
    void setSelectedText(const QString &text);    ///< the same with what was typed, read by the type of each column
    void fillDown();
    /// What a double click does: a boolean turns, a large value is viewed, the rest is edited.
    void openCell(const QModelIndex &index);
    void paste();
    void askMenu(); ///< at the current cell

Q_SIGNALS:
    void scrolled();
    void said(const QString &sentence);
    void deleteAsked();
    void addAsked();
    void viewAsked(); ///< the current cell in a window of its own
    void lookChanged(); ///< by the user
    void menuAsked(const QPoint &global); ///< by mouse or keyboard; what it is for is selected

protected:
    using QTableView::edit;
    bool event(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void arranged();
    void tellVisible();
    bool toggle(const QModelIndex &index);
    void refuse(const QModelIndex &index, const QString &why);

    GridModel &m_model;
    CellDelegate *m_delegate;
    ColumnHeader *m_columnHeader;
    FrozenColumns *m_frozen = nullptr; ///< set once there is a selection to share
    TableLook m_look; ///< what was said by setLook() and by the user
    bool m_moving = false;
    bool m_arranging = false; ///< columns are put where they were, not by the user
    QString m_dialect;
};

} // namespace joinery::ui
