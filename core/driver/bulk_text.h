// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/bulk_insert.h"

/// What the ways to insert many rows have in common.
namespace joinery::driver {

/// "INSERT INTO book (id, title) VALUES "
QString insertHead(const BulkTarget &target);
/// The same with one row of `?`.
QString insertWithMarks(const BulkTarget &target);

/// The statement is ours, and says nothing to who loads a file.
Error withoutStatement(Error error);

} // namespace joinery::driver
