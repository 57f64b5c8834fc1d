// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/checks/lint.h"
#include "core/migration/revision_steps.h"

namespace joinery::migration {

/// Asks the rows of a database, and writes nothing, what would fail or be lost on the way: NULLs, duplicates, orphans,
/// rows against a check, values that do not fit, enumeration values in use, what a drop takes with it. Counts are exact;
/// up to five samples each. What a revision of the way creates is empty, and not asked.
Result<LintFindings> preflight(driver::Connection &connection, const dialect::Dialect &dialect, const History &history,
                               const GraphRoute &route, const CancelToken &token = {});

} // namespace joinery::migration
