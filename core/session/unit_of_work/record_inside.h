// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/mapping/entity.h"
#include "core/session/unit_of_work/identity.h"
#include "core/session/unit_of_work/record_ptr.h"

#include <QVarLengthArray>

#include <memory>
#include <span>
#include <vector>

namespace joinery::session {

class Session;

/// What a column's value is at the moment.
enum ColumnFlag : quint8 {
    kPresent = 1, ///< the value is known
    kExpired = 2, ///< it is to be read again
    kChanged = 4, ///< it was set since the last flush; the value before it stands in `Changes`
};

/// The value of a column before it was changed.
struct OldValue
{
    int column = 0;
    bool known = false;
    driver::Value value;
};

/// One relationship of a record.
struct RelationSlot
{
    enum class Before { Unknown, NotFetched, Known };
    bool present = false; ///< `one` or `many` is what it holds
    bool changed = false; ///< since the last flush; `before` says what of
    Before before = Before::Unknown;
    bool pending = false; ///< a collection that was not read, and what was put in and taken out since
    RecordPtr one, oneBefore;
    std::vector<RecordPtr> many, manyBefore, added, removed;
};

/// Which parent holds a record in a collection: by the relationship of the parent.
struct ParentMark
{
    const Relationship *relationship = nullptr;
    const Record *parent = nullptr; ///< only compared: it may be gone; a null pointer: it was taken out
    bool parentHasKey = false;
    Identity parentKey;
};

/// What most records never have.
struct RecordMore
{
    QVarLengthArray<OldValue, 1> before;
    std::vector<RelationSlot> relations; ///< by Relationship::index, empty until one is used
    std::vector<ParentMark> parents;
};

/// The state of a record, for the files of this folder alone. The words are those of SQLAlchemy where it has one.
struct RecordInside
{
    Session *session = nullptr; ///< it is attached to
    bool hasKey = false;
    bool modified = false;
    bool expired = false;
    bool deletedInFlush = false; ///< its DELETE was sent
    bool orphanedOutside = false;
    bool identified = false; ///< it stands in the identity map of its session
    quint8 flush = 0;           ///< what the flush that runs has in mind for it, see FlushFlag
    int pendingSlot = -1, modifiedSlot = -1, deletedSlot = -1; ///< in the session's RecordSets
    quint32 insertOrder = 0;
    quint32 dirtyIn = 0; ///< the transaction that has noted it as changed
    size_t hash = 0;     ///< of the key
    Identity key;
    std::unique_ptr<RecordMore> moreIfAny;
    Record *previous = nullptr, *next = nullptr; ///< in the list of the session that knows it
    Session *knownTo = nullptr;

    RecordMore &more()
    {
        if (!moreIfAny)
            moreIfAny = std::make_unique<RecordMore>();
        return *moreIfAny;
    }
    std::span<const ParentMark> parents() const { return moreIfAny ? std::span<const ParentMark>(moreIfAny->parents) : std::span<const ParentMark>(); }
    bool hasRelations() const { return moreIfAny && !moreIfAny->relations.empty(); }
};

} // namespace joinery::session
