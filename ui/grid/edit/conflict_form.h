// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grid/edit/conflict_choices.h"
#include "ui/grid/rows/grid_column.h"

#include <QScrollArea>

class QGridLayout;
class QRadioButton;

namespace joinery::ui {

/// One row of a conflict: before, theirs, mine, and the choice between them.
class ConflictForm : public QScrollArea
{
    Q_OBJECT
public:
    ConflictForm(ConflictChoices &choices, std::vector<GridColumn> columns, QWidget *parent);
    void show(size_t row);
    using QWidget::show;

Q_SIGNALS:
    void chosen();

private:
    void addCells(const ConflictChoices::Row &row, QWidget *body, QGridLayout &grid);
    void addWhole(const ConflictChoices::Row &row, QWidget *body, QGridLayout &grid);
    QRadioButton *button(const QString &text, bool checked, QWidget *body, const std::function<void()> &choose);

    ConflictChoices &m_choices;
    std::vector<GridColumn> m_columns;
    size_t m_row = 0;
};

/// "7", "7, 12": how people call the row.
QString rowText(const session::RowChange &change);

} // namespace joinery::ui
