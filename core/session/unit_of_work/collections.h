// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/unit_of_work/columns.h"
#include "core/session/unit_of_work/relation_event.h"

namespace joinery::session {

/// Makes a collection present, if that may be done. NeverSet: it is empty, and nothing says so yet.
Result<Found> fetchCollection(Record &record, const Relationship &relationship, Fetch fetch);
/// With its effects on the other side and on what is to be flushed.
Status appendTo(Record &record, const Relationship &relationship, Record &item, RelationEvent event, Fetch fetch);
/// Kind InvalidInput where it is not in it; the effects have happened then, as in SQLAlchemy.
Status removeFrom(Record &record, const Relationship &relationship, Record &item, RelationEvent event, Fetch fetch);
/// removeFrom for the other side of a relationship: it may not be in it, and nothing is fetched.
Status popFrom(Record &record, const Relationship &relationship, Record &item, RelationEvent event);
/// What was read: whatever was put in and taken out before is put in and taken out now.
void storeCollection(Record &record, const Relationship &relationship, std::vector<RecordPtr> items);

/// Whether a parent holds it by this relationship; `otherwise` where nobody said.
bool hasParent(const Record &record, const Relationship &relationship, bool otherwise);
/// It lost a parent without which it may not be.
bool isOrphan(const Record &record);

} // namespace joinery::session
