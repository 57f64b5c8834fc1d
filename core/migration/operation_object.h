// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation/operation.h"

namespace joinery::migration {

/// What an operation is about, as a person names it: "book", "book.price", "book.ix_book_title", "mood". A constraint without
/// a name is called by its columns: "book.(title)". Empty for SQL of a person's own.
QString objectOf(const operation::Operation &operation);

/// The whole thing that it changes: its table, or its type, view, sequence, routine. Of SQL of a person's own the tables that
/// it says it touches.
QStringList thingsOf(const operation::Operation &operation);

} // namespace joinery::migration
