// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grid/rows/grid_model.h"

#include <QHeaderView>

namespace joinery::ui {

/// Name, dim type, key, sort mark and funnel of each column. A click sorts, with Shift after what is sorted already; a
/// click on the funnel, which is there under the mouse and where a filter holds, asks for the filter.
class ColumnHeader : public QHeaderView
{
    Q_OBJECT
public:
    ColumnHeader(GridModel &model, QWidget *parent);

    void setSort(const std::vector<session::SortTerm> &sort);
    void setCanFilter(bool can) { m_canFilter = can; } ///< a result cannot
    void setFiltered(const QStringList &columns);
    int widthOf(int column) const;
    /// Where the funnel of a column is, in the viewport.
    QRect funnelRect(int column) const;

Q_SIGNALS:
    void sortAsked(const QString &column, bool add);
    void filterAsked(int column);
    void menuAsked(int column, const QPoint &global);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int column) const override;
    QSize sectionSizeFromContents(int column) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    QString note(const GridColumn &column) const;

    GridModel &m_model;
    std::vector<session::SortTerm> m_sort;
    QStringList m_filtered;
    int m_hovered = -1;
    bool m_canFilter = false;
};

} // namespace joinery::ui
