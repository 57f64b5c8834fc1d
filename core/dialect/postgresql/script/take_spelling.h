// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/postgresql/postgresql_dialect.h"

namespace joinery::dialect::script {

/// Gives `written` the spelling of `server` wherever both say the same: defaults, checks, generated columns, indexes,
/// exclusions, partition bounds, queries of views, and whole statements of all else.
void takeSpelling(const PostgresqlDialect &dialect, schema::Catalog &written, const schema::Catalog &server);

} // namespace joinery::dialect::script
