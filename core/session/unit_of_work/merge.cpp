// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/same_value.h"
#include "core/session/unit_of_work/collections.h"
#include "core/session/unit_of_work/flush.h"
#include "core/session/unit_of_work/references.h"

#include <algorithm>

namespace joinery::session {

namespace {

bool hasWholeKey(Record &record)
{
    if (record.inside().hasKey)
        return true;
    return std::all_of(record.entity().key().begin(), record.entity().key().end(), [&](int column) {
        return (record.flags()[column] & kPresent) && !record.values()[column].isNull() && !record.values()[column].isDefault();
    });
}

Status copyColumns(Record &from, Record &to)
{
    for (int column = 0; column < from.entity().columnCount(); ++column) {
        const bool differs = !(to.flags()[column] & kPresent) || !sameValue(to.values()[column], from.values()[column]);
        if ((from.flags()[column] & kPresent) && differs)
            JOINERY_TRY(setColumn(to, column, from.values()[column]));
    }
    return {};
}

bool holds(const std::vector<RecordPtr> &records, const RecordPtr &record) { return std::find(records.begin(), records.end(), record) != records.end(); }

Status replaceCollection(Record &record, const Relationship &relationship, const std::vector<RecordPtr> &items)
{
    JOINERY_TRY(fetchCollection(record, relationship, kFetch));
    const std::vector<RecordPtr> before = record.slot(relationship).many;
    for (const RecordPtr &item : before) {
        if (!holds(items, item))
            JOINERY_TRY(removeFrom(record, relationship, *item, {&relationship, RelationEvent::Kind::Remove}, kFetch));
    }
    for (const RecordPtr &item : items) {
        if (!holds(before, item))
            JOINERY_TRY(appendTo(record, relationship, *item, {&relationship, RelationEvent::Kind::Append}, kFetch));
    }
    return {};
}

} // namespace

Result<RecordPtr> Session::merge(const RecordPtr &record)
{
    if (!record)
        return fail(ErrorKind::InvalidInput, QStringLiteral("There is no record to merge."));
    JOINERY_TRY(flushBeforeQuery());
    const bool autoflush = std::exchange(m_autoflush, false); // what is half merged is not to be flushed
    std::vector<std::pair<Record *, RecordPtr>> done;
    auto merged = mergeInto(*record, done);
    m_autoflush = autoflush;
    return merged;
}

Result<RecordPtr> Session::mergeInto(Record &record, std::vector<std::pair<Record *, RecordPtr>> &done)
{
    for (const auto &[from, to] : done) {
        if (from == &record)
            return to;
    }
    const Entity &entity = record.entity();
    RecordPtr merged;
    if (hasWholeKey(record)) {
        JOINERY_TRY_VALUE(merged, get(entity, record.inside().hasKey ? record.inside().key : Flush::keyOf(record)));
    }
    if (!merged) {
        merged = create(entity);
        JOINERY_TRY(add(merged));
    }
    done.emplace_back(&record, merged);
    if (merged.get() == &record)
        return merged;
    if (const int version = entity.versionColumn(); version >= 0 && (record.flags()[version] & kPresent) && (merged->flags()[version] & kPresent)
        && !sameValue(record.values()[version], merged->values()[version]))
        return fail(ErrorKind::Conflict, QStringLiteral("Somebody else changed this %1: it is version %2 now, and %3 was to be merged.")
                                             .arg(entity.name(), merged->values()[version].toText(), record.values()[version].toText()));
    JOINERY_TRY(copyColumns(record, *merged));
    for (const auto &relationship : entity.relationships()) {
        const RelationSlot *slot = record.slotIfAny(*relationship);
        if (!relationship->cascade.testFlag(CascadeRule::Merge) || !slot || !slot->present)
            continue;
        std::vector<RecordPtr> items;
        for (const RecordPtr &item : relationship->isCollection() ? slot->many : std::vector<RecordPtr>{slot->one}) {
            items.emplace_back();
            if (item) {
                JOINERY_TRY_VALUE(items.back(), mergeInto(*item, done));
            }
        }
        JOINERY_TRY(relationship->isCollection()
                        ? replaceCollection(*merged, *relationship, items)
                        : setReference(*merged, *relationship, items.front(), {relationship.get(), RelationEvent::Kind::Replace}));
    }
    return merged;
}

} // namespace joinery::session
