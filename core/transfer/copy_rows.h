// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/row_writer.h"

#include <functional>

namespace joinery::transfer {

/// Reads a cursor to its end into a writer; returns the number of rows. `progress` is told the rows so far after every
/// block.
Result<qint64> copyRows(driver::Cursor &cursor, RowWriter &writer, const CancelToken &token = {},
                        const std::function<void(qint64)> &progress = {});

} // namespace joinery::transfer
