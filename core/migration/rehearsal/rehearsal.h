// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/history.h"
#include "core/migration/rehearsal/rehearsal_report.h"

#include <functional>

namespace joinery::migration {

/// Where a rehearsal is.
struct RehearsalProgress
{
    enum class Phase { Copy, Up, Down, UpAgain, Compare };
    Phase phase = Phase::Copy;
    int done = 0, total = 0; ///< revisions of the stage; 0 of 0 while copying
    QString text;            ///< the table that is copied, or the statement
};

struct RehearsalOptions
{
    ShadowOptions copy;
    std::function<void(const RehearsalProgress &)> progress;
};

/// Runs the upgrade of a database on a copy of it: up, compare with what the revisions say, down, compare with the
/// start, up again. The source is only read, and nothing of the copy stays. An error is one of the rehearsal itself (no copy
/// could be made, Cancelled); what went wrong on the copy stands in the report.
Result<RehearsalReport> rehearse(const driver::Url &source, const dialect::Dialect &dialect, const interop::Connect &connect,
                                 const History &history, const QString &target, const RehearsalOptions &options = {},
                                 const CancelToken &token = {});

} // namespace joinery::migration
