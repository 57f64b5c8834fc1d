// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/compare.h"
#include "core/dialect/dialect.h"

namespace joinery::dialect {

/// Which of the two catalogues was read from the database.
enum class LiveSide { From, To };

/// compare() of a catalogue with the database that the connection is at: where the two write an expression differently the
/// server is asked whether it reads both alike. Nothing is written, a read-only connection will do.
Result<compare::Difference> compareLive(driver::Connection &connection, const Dialect &dialect, const schema::Catalog &from,
                                        const schema::Catalog &to, LiveSide live, const compare::Options &options,
                                        const CancelToken &token = {});

} // namespace joinery::dialect
