// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/unit_of_work/cascade.h"

#include "core/session/unit_of_work/collections.h"
#include "core/session/unit_of_work/history.h"
#include "core/session/unit_of_work/references.h"

#include <unordered_set>

namespace joinery::session {

namespace {

Result<std::vector<RecordPtr>> next(Record &record, const Relationship &relationship, CascadeRule rule)
{
    if (rule == CascadeRule::SaveUpdate)
        return heldAndBefore(record, relationship, kHeld);
    const Fetch fetch = rule == CascadeRule::Delete ? kFetch : kHeld;
    if (relationship.isCollection()) {
        JOINERY_TRY(fetchCollection(record, relationship, fetch));
        const RelationSlot *slot = record.slotIfAny(relationship);
        return slot && slot->present ? slot->many : std::vector<RecordPtr>();
    }
    JOINERY_TRY_VALUE(ReferenceRead read, readReference(record, relationship, fetch));
    return read.record ? std::vector<RecordPtr>{std::move(read.record)} : std::vector<RecordPtr>();
}

Status follow(Record &record, CascadeRule rule, const std::function<bool(const Record &)> &stop, std::unordered_set<Record *> &seen,
              std::vector<RecordPtr> &found)
{
    for (const auto &relationship : record.entity().relationships()) {
        if (!relationship->cascade.testFlag(rule))
            continue;
        JOINERY_TRY_VALUE(std::vector<RecordPtr> candidates, next(record, *relationship, rule));
        std::erase_if(candidates, [&](const RecordPtr &candidate) {
            return !candidate || seen.contains(candidate.get()) || (stop && stop(*candidate)) || !seen.insert(candidate.get()).second;
        });
        for (RecordPtr &candidate : candidates) {
            Record &at = *candidate;
            found.push_back(std::move(candidate));
            JOINERY_TRY(follow(at, rule, stop, seen, found));
        }
    }
    return {};
}

} // namespace

Result<std::vector<RecordPtr>> cascade(Record &record, CascadeRule rule, const std::function<bool(const Record &)> &stop)
{
    std::vector<RecordPtr> found;
    if (record.entity().relationships().empty() || (rule == CascadeRule::SaveUpdate && !record.inside().hasRelations()))
        return found;
    std::unordered_set<Record *> seen;
    JOINERY_TRY(follow(record, rule, stop, seen, found));
    return found;
}

} // namespace joinery::session
