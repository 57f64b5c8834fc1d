// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/compare.h"
#include "core/dialect/dialect.h"

namespace joinery::dialect {

/// How two schemas of one engine are compared: types as the engine would give them back, and nothing that it has not.
/// The dialect must outlive the options.
compare::Options comparisonOptions(const Dialect &dialect);

} // namespace joinery::dialect
