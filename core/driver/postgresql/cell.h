// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/row_block.h"

namespace joinery::driver::postgresql {

/// Puts a cell in PostgreSQL's text form into a block, decoded as `tag` says.
void appendCell(RowBlock &block, ValueTag tag, const char *text, int length);

} // namespace joinery::driver::postgresql
