// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/unit_of_work/collections.h"
#include "core/session/unit_of_work/references.h"

namespace joinery::session {

/// Reads what a record does not know any more, leaving alone what was changed since. Kind Conflict where its row is gone,
/// Undefined where it has no session.
Status reloadExpired(Record &record, bool autoflush);
/// The record of a row, whatever is held of it; a null pointer where there is none.
Result<RecordPtr> loadByKey(Session &session, const Entity &entity, const Identity &key, bool autoflush, bool replacing = false);

Result<ReferenceRead> loadReference(Record &record, const Relationship &relationship, Fetch fetch);
Result<Found> loadCollection(Record &record, const Relationship &relationship, Fetch fetch);

} // namespace joinery::session
