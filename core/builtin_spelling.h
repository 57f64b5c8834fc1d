// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

namespace joinery {

/// Where one of two schemas was read from a server and the other one was not (a script, a model), the other one takes over the
/// server's spelling of what it says in its own words: PostgreSQL keeps expressions and queries as trees, not as text.
void alignSpelling(schema::Catalog &from, schema::Catalog &to, const dialect::Dialect &dialect);

} // namespace joinery
