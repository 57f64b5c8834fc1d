// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/catalog.h"

namespace joinery::cli {

/// A schema for the eyes: a line for each table, and below it one for each column, key, index, ...
QString catalogTree(const schema::Catalog &catalog);

} // namespace joinery::cli
