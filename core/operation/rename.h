// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/catalog.h"

// The second half of a rename: every name, reference and expression of the catalogue that speaks of the renamed thing.
namespace joinery::operation {

void renameTableEverywhere(schema::Catalog &catalog, const schema::Name &from, const schema::Name &to);
void renameColumnEverywhere(schema::Catalog &catalog, const schema::Name &table, const QString &from,
                            const QString &to);
void renameEnumEverywhere(schema::Catalog &catalog, const schema::Name &from, const schema::Name &to);
void renameLabelEverywhere(schema::Catalog &catalog, const schema::Name &type, const QString &from, const QString &to);

/// Whether a column is of this enumeration type, also as an array of it.
bool isOfEnum(const schema::Type &type, const schema::Name &name);

} // namespace joinery::operation
