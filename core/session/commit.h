// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/change_sql.h"
#include "core/session/conflict.h"

namespace joinery::session {

/// How a commit went. All or nothing: on a failure nothing was changed, unless the failure's damage says InDoubt.
struct CommitReport
{
    struct Row
    {
        quint64 change = 0;
        std::vector<driver::Value> values; ///< as the table has it now; empty for a deleted row
    };
    bool committed = false;
    std::vector<Row> rows;
    std::optional<Error> failure;
    quint64 failedChange = 0; ///< whose statement failed; 0 where it was none of them (begin, commit)
    std::optional<Error> unkept; ///< why a commit that went well cannot be undone later: see CommitHistory
    /// Every row that somebody else changed or deleted in between, where that is why it failed.
    std::vector<Conflict> conflicts;
};

/// One transaction. Each row is read first and must be as it was when the edit was staged; each statement must hit
/// exactly one row. A token that is cancelled before the commit itself rolls everything back.
CommitReport commitChanges(driver::Connection &connection, const dialect::Dialect &dialect, const RowSource &source,
                           const std::vector<RowChange> &changes, const CancelToken &token);

} // namespace joinery::session
