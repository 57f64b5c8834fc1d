// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grid/rows/grid_model.h"

#include <QItemSelection>

namespace joinery::ui {

/// "Selected 3 cells, sum 12.50, min 1, max 9": exact for whole and decimal numbers up to 38 digits. Empty for nothing.
QString selectionSummary(const GridModel &model, const QItemSelection &selection);

} // namespace joinery::ui
