// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/text_search.h"
#include "core/worker/db_worker.h"

/// Texts in the rows of a table. See worker/db_worker.h for threads and receivers.
namespace joinery::worker {

/// See session::findRow.
Job findRow(DbWorker &worker, const session::RowSource &source, const session::TextSearch &search, const std::vector<driver::Value> &from,
            bool backwards, QObject *receiver, std::function<void(Result<std::optional<session::FoundRow>>)> done);
/// See session::matchingRows.
Job matchingRows(DbWorker &worker, const session::RowSource &source, const session::TextSearch &search, int most, QObject *receiver,
                 std::function<void(Result<session::MatchingRows>)> done);

} // namespace joinery::worker
