// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/unit_of_work/record.h"

#include <functional>

namespace joinery::session {

/// The records that a rule leads to, from one to the next, in the order of the relationships; not `record` itself unless a
/// circle leads to it. Where `stop` says so, a record is left out and so is what lies behind it. Deleting reads collections
/// that were not read; the others go along what is held.
Result<std::vector<RecordPtr>> cascade(Record &record, CascadeRule rule, const std::function<bool(const Record &)> &stop = {});

} // namespace joinery::session
