// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grid/edit/pasted_block.h"
#include "ui/grid/rows/grid_model.h"

#include <QItemSelection>

namespace joinery::ui {

/// Commands over many cells of a grid. Each is one step for undo, and all or nothing: where one cell cannot take its
/// value nothing is staged, and the sentence that comes back says which and why. It is empty where all went well.

/// From the upper left cell of the selection on, to the right through `columns` (those that are shown); rows beyond the
/// last one are new. A single value goes into every selected cell. A first line that holds the columns' names says
/// where the others belong.
QString pasteBlock(GridModel &model, const PastedBlock &block, const QModelIndexList &selected, const QList<int> &columns);

/// The same value into every cell.
QString fillCells(GridModel &model, const QModelIndexList &cells, const driver::Value &value);

/// What was typed, into every cell as its column reads it.
QString fillText(GridModel &model, const QModelIndexList &cells, const QString &text);

/// The uppermost selected cell of each column into those below it; a cell that is alone in its column takes the one above it.
QString fillDown(GridModel &model, const QModelIndexList &cells);

/// New rows with the values of these; keys that the server gives, or that could not stand twice, are left out.
QString duplicateRows(GridModel &model, const QList<int> &rows);

/// Takes back what is staged for the cells alone.
void revertCells(GridModel &model, const QModelIndexList &cells);

} // namespace joinery::ui
