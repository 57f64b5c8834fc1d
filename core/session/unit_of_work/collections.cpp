// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/unit_of_work/collections.h"

#include "core/session/unit_of_work/references.h"
#include "core/session/unit_of_work/loader.h"
#include "core/session/unit_of_work/session.h"

#include <algorithm>

namespace joinery::session {

namespace {

auto findIn(std::vector<RecordPtr> &records, const Record &record)
{
    return std::find_if(records.begin(), records.end(), [&](const RecordPtr &held) { return held.get() == &record; });
}

bool takeOut(std::vector<RecordPtr> &records, const Record &record)
{
    const auto found = findIn(records, record);
    if (found == records.end())
        return false;
    records.erase(found);
    return true;
}

void markParent(Record &item, const Relationship &relationship, const Record &parent, bool held)
{
    std::vector<ParentMark> &marks = item.inside().more().parents;
    const auto at = std::find_if(marks.begin(), marks.end(), [&](const ParentMark &mark) { return mark.relationship == &relationship; });
    ParentMark mark{&relationship, held ? &parent : nullptr, parent.inside().hasKey, parent.inside().key};
    if (at == marks.end()) {
        marks.push_back(std::move(mark));
        return;
    }
    // Another parent took it since: this one has nothing to say any more.
    const bool same = at->parent == &parent || (at->parentHasKey == mark.parentHasKey && (!mark.parentHasKey || at->parentKey == mark.parentKey));
    if (!held && at->parent && !same)
        return;
    *at = std::move(mark);
}

// The collection as it was before the first change since the last flush.
void noteChange(Record &record, const Relationship &relationship)
{
    RelationSlot &slot = record.slot(relationship);
    if (!slot.changed) {
        slot.changed = true;
        slot.before = slot.present ? RelationSlot::Before::Known : RelationSlot::Before::Unknown;
        slot.manyBefore = slot.present ? slot.many : std::vector<RecordPtr>();
    }
    markModified(record);
}

Status appendEvent(Record &record, const Relationship &relationship, Record &item, RelationEvent event)
{
    Session *session = record.inside().session;
    if (session && relationship.cascade.testFlag(CascadeRule::SaveUpdate) && event.relationship == &relationship && !session->contains(item))
        JOINERY_TRY(session->add(RecordPtr(&item)));
    if (const Relationship *reverse = relationship.reverse) {
        const auto own = reverse->isCollection() ? RelationEvent::Kind::Append : RelationEvent::Kind::Replace;
        if (event != RelationEvent{reverse, own}) {
            JOINERY_TRY(reverse->isCollection() ? appendTo(item, *reverse, record, event, kWithoutSql)
                                                : setReference(item, *reverse, RecordPtr(&record), event));
        }
    }
    noteChange(record, relationship);
    if (relationship.direction == Relationship::Direction::OneToMany)
        markParent(item, relationship, record, true);
    return {};
}

Status removeEvent(Record &record, const Relationship &relationship, Record &item, RelationEvent event)
{
    if (relationship.direction == Relationship::Direction::OneToMany)
        markParent(item, relationship, record, false);
    if (relationship.cascade.testFlag(CascadeRule::DeleteOrphan) && isOrphan(item)) {
        Session *session = record.inside().session;
        if (session && item.state() == RecordState::Pending) {
            JOINERY_TRY(session->expunge(RecordPtr(&item)));
        } else {
            item.inside().orphanedOutside = true;
        }
    }
    if (const Relationship *reverse = relationship.reverse) {
        const bool answer = event.relationship == reverse
                            && (event.kind == RelationEvent::Kind::Remove || (!reverse->isCollection() && event.kind == RelationEvent::Kind::Replace));
        const RelationSlot &slot = record.slot(relationship);
        const bool twice = !reverse->isCollection()
                           && std::count_if(slot.many.begin(), slot.many.end(), [&](const RecordPtr &held) { return held.get() == &item; }) > 1;
        if (!answer && !twice)
            JOINERY_TRY(reverse->isCollection() ? popFrom(item, *reverse, record, event) : popReference(item, *reverse, record, event));
    }
    noteChange(record, relationship);
    return {};
}

} // namespace

Result<Found> fetchCollection(Record &record, const Relationship &relationship, Fetch fetch)
{
    if (const RelationSlot *slot = record.slotIfAny(relationship); slot && slot->present)
        return Found::Value;
    if (!fetch.testFlag(FetchFlag::Ask))
        return Found::NotFetched;
    if (!record.inside().hasKey)
        return Found::NeverSet;
    if (!fetch.testFlag(FetchFlag::Sql))
        return Found::NotFetched;
    return loadCollection(record, relationship, fetch);
}

void storeCollection(Record &record, const Relationship &relationship, std::vector<RecordPtr> items)
{
    RelationSlot &slot = record.slot(relationship);
    slot.present = true;
    slot.changed = false;
    slot.many = std::move(items);
    slot.manyBefore.clear();
    if (!std::exchange(slot.pending, false))
        return;
    noteChange(record, relationship);
    for (RecordPtr &added : std::exchange(slot.added, {}))
        slot.many.push_back(std::move(added));
    for (const RecordPtr &removed : std::exchange(slot.removed, {}))
        takeOut(slot.many, *removed);
}

Status appendTo(Record &record, const Relationship &relationship, Record &item, RelationEvent event, Fetch fetch)
{
    JOINERY_TRY_VALUE(const Found found, fetchCollection(record, relationship, fetch));
    RelationSlot &slot = record.slot(relationship);
    if (found == Found::NeverSet)
        slot.present = true;
    JOINERY_TRY(appendEvent(record, relationship, item, event));
    if (found != Found::NotFetched) {
        slot.many.emplace_back(&item);
        return {};
    }
    slot.pending = true;
    if (!takeOut(slot.removed, item) && findIn(slot.added, item) == slot.added.end())
        slot.added.emplace_back(&item);
    return {};
}

Status removeFrom(Record &record, const Relationship &relationship, Record &item, RelationEvent event, Fetch fetch)
{
    JOINERY_TRY_VALUE(const Found found, fetchCollection(record, relationship, fetch));
    JOINERY_TRY(removeEvent(record, relationship, item, event));
    RelationSlot &slot = record.slot(relationship);
    if (found == Found::NotFetched) {
        slot.pending = true;
        if (!takeOut(slot.added, item) && findIn(slot.removed, item) == slot.removed.end())
            slot.removed.emplace_back(&item);
        return {};
    }
    if (!takeOut(slot.many, item))
        return fail(ErrorKind::InvalidInput, QStringLiteral("It is not in %1 of this %2.").arg(relationship.name, record.entity().name()));
    return {};
}

Status popFrom(Record &record, const Relationship &relationship, Record &item, RelationEvent event)
{
    const Status removed = removeFrom(record, relationship, item, event, kWithoutSql);
    return !removed && removed.error().kind != ErrorKind::InvalidInput ? removed : Status();
}

bool hasParent(const Record &record, const Relationship &relationship, bool otherwise)
{
    for (const ParentMark &mark : record.inside().parents()) {
        if (mark.relationship == &relationship)
            return mark.parent != nullptr;
    }
    return otherwise;
}

bool isOrphan(const Record &record)
{
    for (const Relationship *rule : record.entity().orphanRules()) {
        if (!hasParent(record, *rule, record.inside().hasKey))
            return true;
    }
    return false;
}

} // namespace joinery::session
