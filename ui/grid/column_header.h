// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grid/grid_model.h"

#include <QHeaderView>

namespace joinery::ui {

/// Name, dim type, key and sort mark of each column. A click sorts, with Shift after what is sorted already.
class ColumnHeader : public QHeaderView
{
    Q_OBJECT
public:
    ColumnHeader(GridModel &model, QWidget *parent);

    void setSort(const std::vector<session::SortTerm> &sort);
    int widthOf(int column) const;

Q_SIGNALS:
    void sortAsked(const QString &column, bool add);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int column) const override;
    QSize sectionSizeFromContents(int column) const override;

private:
    QString note(const GridColumn &column) const;

    GridModel &m_model;
    std::vector<session::SortTerm> m_sort;
};

} // namespace joinery::ui
