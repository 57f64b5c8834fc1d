// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/unit_of_work/history.h"

#include "core/session/unit_of_work/collections.h"
#include "core/session/unit_of_work/references.h"

#include <unordered_set>

namespace joinery::session {

namespace {

std::unordered_set<Record *> setOf(const std::vector<RecordPtr> &records)
{
    std::unordered_set<Record *> set;
    for (const RecordPtr &record : records)
        set.insert(record.get());
    return set;
}

History collectionHistory(const RelationSlot &slot)
{
    History history;
    history.known = true;
    if (!slot.changed) {
        history.unchanged = slot.many;
        return history;
    }
    if (slot.before != RelationSlot::Before::Known) {
        history.added = slot.many;
        return history;
    }
    const auto before = setOf(slot.manyBefore), now = setOf(slot.many);
    for (const RecordPtr &record : slot.many)
        (before.contains(record.get()) ? history.unchanged : history.added).push_back(record);
    for (const RecordPtr &record : slot.manyBefore) {
        if (!now.contains(record.get()))
            history.deleted.push_back(record);
    }
    return history;
}

History referenceHistory(const RelationSlot *slot, const ReferenceRead &now)
{
    History history;
    history.known = true;
    if (!slot || !slot->changed) {
        if (now.found == Found::Value)
            history.unchanged.push_back(now.record);
        return history;
    }
    const bool known = slot->before == RelationSlot::Before::Known;
    if (known && now.record == slot->oneBefore) {
        history.unchanged.push_back(now.record);
        return history;
    }
    if (known && slot->oneBefore)
        history.deleted.push_back(slot->oneBefore);
    history.added.push_back(now.record);
    return history;
}

} // namespace

Result<History> historyOf(Record &record, const Relationship &relationship, Fetch fetch)
{
    if (relationship.isCollection()) {
        JOINERY_TRY_VALUE(const Found found, fetchCollection(record, relationship, fetch));
        if (found == Found::NotFetched)
            return History{};
        return collectionHistory(record.slot(relationship));
    }
    JOINERY_TRY_VALUE(const ReferenceRead now, readReference(record, relationship, fetch));
    if (now.found == Found::NotFetched)
        return History{};
    return referenceHistory(record.slotIfAny(relationship), now);
}

Result<std::vector<RecordPtr>> heldAndBefore(Record &record, const Relationship &relationship, Fetch fetch)
{
    const RelationSlot *slot = record.slotIfAny(relationship);
    if (!relationship.isCollection()) {
        if (!(slot && slot->present) && !fetch.testFlag(FetchFlag::Ask))
            return std::vector<RecordPtr>();
        JOINERY_TRY_VALUE(ReferenceRead now, readReference(record, relationship, fetch));
        std::vector<RecordPtr> records{now.record};
        slot = record.slotIfAny(relationship);
        if (slot && slot->changed && slot->oneBefore && slot->oneBefore != now.record)
            records.push_back(slot->oneBefore);
        return records;
    }
    if (!slot || !slot->present)
        return std::vector<RecordPtr>();
    if (!slot->changed || slot->before != RelationSlot::Before::Known)
        return slot->many;
    History history = collectionHistory(*slot);
    std::vector<RecordPtr> records = std::move(history.added);
    records.insert(records.end(), history.unchanged.begin(), history.unchanged.end());
    records.insert(records.end(), history.deleted.begin(), history.deleted.end());
    return records;
}

} // namespace joinery::session
