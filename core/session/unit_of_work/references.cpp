// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/unit_of_work/references.h"

#include "core/session/unit_of_work/collections.h"
#include "core/session/unit_of_work/loader.h"
#include "core/session/unit_of_work/session.h"

namespace joinery::session {

Result<ReferenceRead> readReference(Record &record, const Relationship &relationship, Fetch fetch)
{
    if (const RelationSlot *slot = record.slotIfAny(relationship); slot && slot->present)
        return ReferenceRead{Found::Value, slot->one};
    if (!fetch.testFlag(FetchFlag::Ask))
        return ReferenceRead{Found::NotFetched, nullptr};
    JOINERY_TRY_VALUE(ReferenceRead read, loadReference(record, relationship, fetch));
    if (read.found == Found::Value) {
        RelationSlot &slot = record.slot(relationship);
        slot.present = true;
        slot.changed = false;
        slot.one = read.record;
        slot.oneBefore = nullptr;
    }
    return read;
}

namespace {

// The side effects of a new value, before it is there.
Status replaceEvent(Record &record, const Relationship &relationship, const RecordPtr &to, const ReferenceRead &old, RelationEvent event)
{
    const bool same = old.found == Found::Value && old.record == to;
    Session *session = record.inside().session;
    if (!same && session && to && relationship.cascade.testFlag(CascadeRule::SaveUpdate) && event.relationship == &relationship
        && !session->contains(*to))
        JOINERY_TRY(session->add(to));
    const Relationship *reverse = relationship.reverse;
    if (!same && reverse) {
        if (old.record && event != RelationEvent{reverse, RelationEvent::Kind::Remove})
            JOINERY_TRY(popFrom(*old.record, *reverse, record, {&relationship, RelationEvent::Kind::Replace}));
        if (to && event != RelationEvent{reverse, RelationEvent::Kind::Append})
            JOINERY_TRY(appendTo(*to, *reverse, record, event, kWithoutSql));
    }
    RelationSlot &slot = record.slot(relationship);
    if (!slot.changed) {
        slot.changed = true;
        slot.before = old.found == Found::Value       ? RelationSlot::Before::Known
                      : old.found == Found::NotFetched ? RelationSlot::Before::NotFetched
                                                       : RelationSlot::Before::Unknown;
        slot.oneBefore = old.record;
    }
    markModified(record);
    return {};
}

Status replace(Record &record, const Relationship &relationship, const RecordPtr &to, const ReferenceRead &old, RelationEvent event)
{
    JOINERY_TRY(replaceEvent(record, relationship, to, old, event));
    RelationSlot &slot = record.slot(relationship);
    slot.present = true;
    slot.one = to;
    return {};
}

} // namespace

Status setReference(Record &record, const Relationship &relationship, const RecordPtr &to, RelationEvent event)
{
    JOINERY_TRY_VALUE(const ReferenceRead old, readReference(record, relationship, kWithoutSql | FetchFlag::Committed));
    return replace(record, relationship, to, old, event);
}

Status popReference(Record &record, const Relationship &relationship, const Record &from, RelationEvent event)
{
    JOINERY_TRY_VALUE(const ReferenceRead old, readReference(record, relationship, kWithoutSql | FetchFlag::Committed));
    if (old.found != Found::NotFetched && old.record.get() != &from)
        return {};
    return replace(record, relationship, nullptr, old, event);
}

} // namespace joinery::session
