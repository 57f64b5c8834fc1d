// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/text_search.h"
#include "ui/grid/rows/grid_model.h"

namespace joinery::ui {

/// What "replace all" would stage, before it is.
struct Replacement
{
    struct Cell
    {
        session::RowKeyValues key;
        std::vector<driver::Value> before; ///< the row as it was read
        quint64 inserted = 0;              ///< a new row, which has no key
        QString column;
        int index = 0;
        QString was, text;
        driver::Value value;
    };
    std::vector<Cell> cells;
    int parts = 0;   ///< cells that were read only in part: left out
    int refused = 0; ///< whose new text the column does not take
    QString refusal; ///< the first reason
    qint64 all = 0;  ///< rows that hold the text, where more than `cells` were not looked at
};

/// In the selected cells, whatever their column.
Result<Replacement> replacementIn(const GridModel &model, const QModelIndexList &cells, const session::TextSearch &search, const QString &with);
/// In rows that were read for it; what is staged for them already goes before what was read.
Result<Replacement> replacementIn(const GridModel &model, const driver::RowBlock &rows, const session::TextSearch &search, const QString &with);

/// Stages it, in one step for undo.
void stage(GridModel &model, const Replacement &replacement);

} // namespace joinery::ui
