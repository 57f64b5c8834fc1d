// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/unit_of_work/columns.h"
#include "core/session/unit_of_work/relation_event.h"

namespace joinery::session {

struct ReferenceRead
{
    Found found = Found::NeverSet;
    RecordPtr record; ///< a null pointer: it refers to nothing
};

Result<ReferenceRead> readReference(Record &record, const Relationship &relationship, Fetch fetch);
Status setReference(Record &record, const Relationship &relationship, const RecordPtr &to, RelationEvent event);
/// Sets it to nothing where it refers to `from`, or where nobody knows what it refers to.
Status popReference(Record &record, const Relationship &relationship, const Record &from, RelationEvent event);

} // namespace joinery::session
