// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/unit_of_work/fetch.h"
#include "core/session/unit_of_work/record.h"

namespace joinery::session {

/// What became of a relationship since the last flush. A reference to nothing that was set is a null pointer among `added`.
struct History
{
    bool known = false; ///< false: it would have to be fetched
    std::vector<RecordPtr> added, unchanged, deleted;

    bool isEmpty() const { return added.empty() && unchanged.empty() && deleted.empty(); }
};

Result<History> historyOf(Record &record, const Relationship &relationship, Fetch fetch);

/// What it holds and what it held at the last flush; for a reference at least one, which may be a null pointer.
Result<std::vector<RecordPtr>> heldAndBefore(Record &record, const Relationship &relationship, Fetch fetch);

} // namespace joinery::session
