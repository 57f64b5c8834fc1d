// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grid/copy_rows.h"
#include "ui/grid/rows/grid_model.h"

#include <QTableView>

namespace joinery::ui {

class CellDelegate;
class ColumnHeader;

/// The cells. It scrolls within the model's stretch; GridView's scroll bar spans all rows.
class GridTable : public QTableView
{
    Q_OBJECT
public:
    GridTable(GridModel &model, QWidget *parent);

    ColumnHeader &columnHeader() const { return *m_columnHeader; }
    int visibleRows() const;
    qint64 topPosition() const;
    /// Brings the row to the top (or as far as it goes).
    void setTopPosition(qint64 position);
    /// Selects the cell and brings it into view.
    void goTo(qint64 position, int column = -1);
    void fitColumns();

    QList<int> selectedRows() const; ///< of the model, ascending
    QModelIndexList selectedCells() const; ///< that are shown, the current one where none is selected
    QList<int> shownColumns() const;
    void copySelection(CopyFormat format = CopyFormat::Tsv);
    void setDialect(const QString &name) { m_dialect = name; } ///< whose SQL is copied
    void setSelected(const driver::Value &value); ///< into every selected cell
    void paste();
    void askMenu(); ///< at the current cell

Q_SIGNALS:
    void scrolled();
    void said(const QString &sentence);
    void deleteAsked();
    void addAsked();
    void viewAsked(); ///< the current cell in a window of its own
    void menuAsked(const QPoint &global); ///< by mouse or keyboard; what it is for is selected

protected:
    using QTableView::edit;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void tellVisible();
    bool toggle(const QModelIndex &index);
    void refuse(const QModelIndex &index, const QString &why);

    GridModel &m_model;
    CellDelegate *m_delegate;
    ColumnHeader *m_columnHeader;
    bool m_moving = false;
    QString m_dialect;
};

} // namespace joinery::ui
