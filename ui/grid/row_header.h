// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grid/rows/grid_model.h"

#include <QHeaderView>

namespace joinery::ui {

/// Row numbers, and beside them what is staged for the row: a bar and a sign, and a warning where a commit failed.
class RowHeader : public QHeaderView
{
    Q_OBJECT
public:
    RowHeader(GridModel &model, QWidget *parent);
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int row) const override;

private:
    GridModel &m_model;
};

} // namespace joinery::ui
