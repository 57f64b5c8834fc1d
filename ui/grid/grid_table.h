// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grid/grid_model.h"

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
    void copySelection();
    void setSelected(const driver::Value &value); ///< into every selected cell

Q_SIGNALS:
    void scrolled();
    void said(const QString &sentence);
    void deleteAsked();
    void addAsked();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void tellVisible();
    bool toggle(const QModelIndex &index);

    GridModel &m_model;
    CellDelegate *m_delegate;
    ColumnHeader *m_columnHeader;
    bool m_moving = false;
};

} // namespace joinery::ui
