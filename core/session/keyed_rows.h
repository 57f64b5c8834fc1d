// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/change_sql.h"

namespace joinery::session {

/// What is found under a key.
struct KeyedRow
{
    int count = 0; ///< rows; more than one where the key is none
    std::vector<driver::Value> values; ///< of the row, the address behind them where it is the key
};

/// Reads the rows of many keys by one statement; `locked` keeps others from changing them where the engine can. In the order of
/// the keys.
Result<std::vector<KeyedRow>> readKeyed(driver::Connection &connection, const dialect::Dialect &dialect, const RowSource &source,
                                        std::span<const RowKeyValues> keys, bool locked, const CancelToken &token);

} // namespace joinery::session
