// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/row_block.h"

namespace joinery::transfer {

/// A cell as it stands in a text file, UTF-8: numbers in full, bytes as \x hex; empty for NULL. Text that is no valid
/// UTF-8 comes out with U+FFFD.
QByteArray cellText(const driver::RowBlock &block, int row, int column);
/// The same at the end of a buffer, for writers of many cells.
void appendCellText(QByteArray &buffer, const driver::RowBlock &block, int row, int column);

} // namespace joinery::transfer
