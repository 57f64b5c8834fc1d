// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/unit_of_work/columns.h"

#include "core/session/same_value.h"
#include "core/session/unit_of_work/loader.h"
#include "core/session/unit_of_work/session.h"

namespace joinery::session {

using driver::Value;

Result<ColumnRead> readColumn(Record &record, int column, Fetch fetch)
{
    quint8 &flags = record.flags()[column];
    if (flags & kPresent)
        return ColumnRead{Found::Value, record.values()[column]};
    if (!fetch.testFlag(FetchFlag::Ask))
        return ColumnRead{Found::NotFetched, {}};
    if (flags & kExpired) {
        if (!fetch.testFlag(FetchFlag::Sql))
            return ColumnRead{Found::NotFetched, {}};
        JOINERY_TRY(reloadExpired(record, !fetch.testFlag(FetchFlag::NoAutoflush)));
        if (flags & kPresent)
            return ColumnRead{Found::Value, record.values()[column]};
    }
    return ColumnRead{};
}

Result<ColumnRead> readCommittedColumn(Record &record, int column, Fetch fetch)
{
    if (const OldValue *old = oldValue(record, column))
        return ColumnRead{Found::Value, old->known ? old->value : Value()};
    return readColumn(record, column, fetch);
}

const OldValue *oldValue(const Record &record, int column)
{
    if (!(record.flags()[column] & kChanged) || !record.inside().moreIfAny)
        return nullptr;
    for (const OldValue &old : record.inside().moreIfAny->before) {
        if (old.column == column)
            return &old;
    }
    return nullptr;
}

Status setColumn(Record &record, int column, Value value)
{
    quint8 &flags = record.flags()[column];
    RecordInside &inside = record.inside();
    // What a record held before it was a row matters to nobody. The old key is what a row is found by.
    if (inside.hasKey && !(flags & kChanged)) {
        if (record.entity().isInKey(column))
            JOINERY_TRY(readColumn(record, column, kFetch));
        OldValue old{column, (flags & kPresent) != 0, {}};
        if (old.known)
            old.value = std::move(record.values()[column]);
        inside.more().before.push_back(std::move(old));
    }
    flags |= kChanged;
    record.values()[column] = std::move(value);
    flags = quint8((flags | kPresent) & ~kExpired);
    markModified(record);
    return {};
}

bool isReallyChanged(Record &record, int column)
{
    const OldValue *old = oldValue(record, column);
    return old && (!old->known || !sameValue(old->value, record.values()[column]));
}

void storeColumn(Record &record, int column, Value value)
{
    record.values()[column] = std::move(value);
    quint8 &flags = record.flags()[column];
    flags = quint8((flags | kPresent) & ~kExpired);
}

void settle(Record &record)
{
    if (RecordMore *more = record.inside().moreIfAny.get()) {
        more->before.clear();
        for (RelationSlot &slot : more->relations) {
            slot.changed = slot.pending = false;
            slot.oneBefore = nullptr;
            slot.manyBefore.clear();
            slot.added.clear();
            slot.removed.clear();
        }
    }
    const int columns = record.entity().columnCount();
    for (int column = 0; column < columns; ++column)
        record.flags()[column] &= quint8(~kChanged);
}

void markModified(Record &record)
{
    RecordInside &inside = record.inside();
    if (inside.modified)
        return;
    inside.modified = true;
    if (inside.session)
        inside.session->noteModified(record);
}

} // namespace joinery::session
