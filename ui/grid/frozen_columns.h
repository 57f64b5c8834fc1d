// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace joinery::ui {

class ColumnHeader;
class GridTable;

/// The first columns of a grid, which stay while the others scroll: a second view of the same rows over the left of the
/// first. What is done in it happens in the grid.
class FrozenColumns : public QTableView
{
    Q_OBJECT
public:
    explicit FrozenColumns(GridTable &table);
    /// So many of the shown columns, from the left.
    void setCount(int count);
    int count() const { return m_count; }
    /// Where the columns, their order or their widths have changed.
    void follow();
    ColumnHeader &columnHeader() const { return *m_columnHeader; }
    int columnsWidth() const;

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    GridTable &m_table;
    ColumnHeader *m_columnHeader;
    int m_count = 0;
    bool m_following = false;
};

} // namespace joinery::ui
