// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

namespace joinery::cli {

/// A schema for the eyes: a line for each table, and below it one for each column, key, index, ... Types are
/// spelt as the dialect does.
QString catalogTree(const schema::Catalog &catalog, const dialect::Dialect &dialect);

} // namespace joinery::cli
