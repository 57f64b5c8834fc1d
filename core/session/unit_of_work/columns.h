// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/unit_of_work/fetch.h"
#include "core/session/unit_of_work/record.h"

namespace joinery::session {

enum class Found {
    Value,
    NeverSet,   ///< there is none, and none to be had
    NotFetched, ///< it would have to be fetched, and may not
};

struct ColumnRead
{
    Found found = Found::NeverSet;
    driver::Value value;
};

Result<ColumnRead> readColumn(Record &record, int column, Fetch fetch);
/// As it was at the last flush.
Result<ColumnRead> readCommittedColumn(Record &record, int column, Fetch fetch);
Status setColumn(Record &record, int column, driver::Value value);
/// The value before a change; a null pointer where the column was not changed.
const OldValue *oldValue(const Record &record, int column);
/// Whether it was changed to something else than what it was.
bool isReallyChanged(Record &record, int column);
/// A value that came from the database, or was made for it: no change.
void storeColumn(Record &record, int column, driver::Value value);
/// Forgets what was changed, relationships too: what is held is what the row holds.
void settle(Record &record);
/// Tells its session that something is to be flushed.
void markModified(Record &record);

} // namespace joinery::session
