// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

namespace joinery::interop {

/// An erDiagram (https://mermaid.js.org/syntax/entityRelationshipDiagram.html): tables with their columns, types, keys
/// and comments, and the relations. All else is told as findings MM101.
QString writeMermaid(const schema::Catalog &catalog, const dialect::Dialect &dialect, std::vector<Finding> &findings);

} // namespace joinery::interop
