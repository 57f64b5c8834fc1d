// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/operation/operation.h"

namespace joinery::operation {

/// Changes `catalog` as the operation says: a rename rewrites every column list and reference that names the renamed
/// thing. An operation that does not fit (no such table, name taken, column in use by a key) gives an Error that says
/// so, and leaves the catalogue as it was. ExecuteSql changes nothing.
/// The stored definitions (SQLite) of what changes are cleared: dialect::renderAll carries them along.
Status apply(schema::Catalog &catalog, const Operation &operation);
Status applyAll(schema::Catalog &catalog, const Operations &operations);

/// The operation that takes it back exactly, order and identities included. `before` is the catalogue before the
/// operation; where it does not hold the element in question, what the operation holds has to do. Nothing for an
/// ExecuteSql without `down`, and for an AddEnumValue whose type `before` does not know.
std::optional<Operation> invert(const Operation &operation, const schema::Catalog &before);

/// The inverses in reverse order; nothing where one of them has none. `before` is the catalogue before the first.
std::optional<Operations> invertAll(const Operations &operations, schema::Catalog before);

/// Whether values are lost for good when it runs, or when its inverse runs.
bool losesData(const Operation &operation);
bool losesDataWhenInverted(const Operation &operation);

/// The table that it changes, under the name that it has before; empty for enums, views, free SQL, ...
schema::Name affectedTable(const Operation &operation);

} // namespace joinery::operation
