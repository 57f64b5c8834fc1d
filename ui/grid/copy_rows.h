// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grid/grid_model.h"

#include <QItemSelection>

namespace joinery::ui {

struct CopiedRows
{
    QString text;
    int missing = 0; ///< rows of the selection that are not held
};

/// The selected cells as spreadsheets take them: tabs between cells, line feeds between rows, quotes where a text holds
/// either; NULL is empty. The columns are those that any range has, in their order.
CopiedRows copyAsTsv(const GridModel &model, const QItemSelection &selection);

} // namespace joinery::ui
