// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grid/rows/grid_model.h"

namespace joinery::ui {

/// A value as a cell shows it.
GridModel::Cell cellOf(const driver::Value &value, const GridColumn &column);
/// "15 bytes", "12.3 KB".
QString sizeText(qint64 bytes);

} // namespace joinery::ui
