// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/unit_of_work/record.h"

#include <functional>

namespace joinery::session {

/// What a session tells while it works, on its own thread and in the middle of a call: a listener may read records and must
/// not change any. An empty function is not called.
struct SessionEvents
{
    std::function<void(Record &, RecordState from, RecordState to)> stateChanged;
    std::function<void(Record &)> modified; ///< the first change since its last flush
    std::function<void()> beforeFlush;      ///< there is something to flush
    std::function<void()> afterFlush;
    std::function<void()> afterCommit;
    std::function<void()> afterRollback; ///< also of a savepoint: records are as they were
    std::function<void(const QString &sentence)> warning;
};

} // namespace joinery::session
