// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grid/rows/grid_model.h"
#include "ui/workbench/exportable.h"

namespace joinery::ui {

/// Rows of a grid as they stand there, edits included, with every column, for an export. `what` is Selected or Read. Nothing
/// where there are none, where one is not held, or where a cell was read in part.
std::optional<Exportable::Choice> heldRows(const GridModel &model, const QList<int> &rows, Exportable::Choice::What what);

} // namespace joinery::ui
