// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/checks/lint.h"
#include "core/migration/revision_steps.h"

namespace joinery::migration {

/// All that is to be said of a way before a database goes it: what its rows say, and on the way up what the operations mean
/// for this server and the size of its tables. What the rows were asked is not guessed once more. Only reads.
Result<LintFindings> moveFindings(driver::Connection &connection, const dialect::Dialect &dialect, const History &history,
                                  const GraphRoute &route, const CancelToken &token = {});

} // namespace joinery::migration
