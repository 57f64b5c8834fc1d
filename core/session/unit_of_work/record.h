// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/session/unit_of_work/record_inside.h"

#include <span>

namespace joinery::session {

enum class RecordState {
    Transient,  ///< known to nobody
    Pending,    ///< added; the next flush inserts it
    Persistent, ///< a row
    Deleted,    ///< its row was deleted in this transaction
    Detached,   ///< was a row, belongs to no session
};

/// A row, or what is to become one: a dense array of values by column index. Everything that may have to read from the
/// database returns a Result. Lives as long as a RecordPtr points at it; a session keeps those with unflushed changes alive.
class Record
{
public:
    /// For Session::create, which knows the record: transient ones that refer to each other would never go.
    static RecordPtr make(const Entity &entity);
    Record(const Record &) = delete;
    Record &operator=(const Record &) = delete;

    const Entity &entity() const { return m_entity; }
    RecordState state() const;
    /// Set since the last flush.
    bool isModified() const { return m_inside.modified; }
    /// The values of the key; a record that never was a row has none.
    const Identity *identity() const { return m_inside.hasKey ? &m_inside.key : nullptr; }

    /// NULL for what was never set. Reads an expired record again: kind Conflict where its row is gone.
    Result<driver::Value> get(int column);
    Result<driver::Value> get(const QString &column);
    Status set(int column, driver::Value value);
    Status set(const QString &column, driver::Value value);

    /// A null pointer where it refers to nothing.
    Result<RecordPtr> related(const QString &reference);
    Status relate(const QString &reference, const RecordPtr &to);
    Result<std::vector<RecordPtr>> collection(const QString &name);
    Status append(const QString &collection, const RecordPtr &record);
    Status remove(const QString &collection, const RecordPtr &record);

    /// For the files of this folder and of the queries.
    /// Asks the processor for what a pass over many records will look at: they lie apart in memory. Most passes look so far ahead.
    static constexpr size_t kAhead = 16;
    void prefetch() const
    {
        __builtin_prefetch(this);
        __builtin_prefetch(reinterpret_cast<const char *>(this) + 64);
        __builtin_prefetch(this + 1);
    }
    RecordInside &inside() { return m_inside; }
    const RecordInside &inside() const { return m_inside; }
    driver::Value *values() { return m_values; }
    quint8 *flags() { return reinterpret_cast<quint8 *>(this + 1); }
    const quint8 *flags() const { return reinterpret_cast<const quint8 *>(this + 1); }
    RelationSlot &slot(const Relationship &relationship);
    const RelationSlot *slotIfAny(const Relationship &relationship) const;

private:
    friend void retain(Record *record);
    friend void release(Record *record);
    explicit Record(const Entity &entity);
    ~Record();

    const Entity &m_entity;
    // Behind the object, in the same piece of memory: the flags, then the values. What a flush looks at first stands together.
    driver::Value *m_values;
    quint32 m_references = 0;
    quint32 m_columns; // whoever holds a record may let it go after its Model
    RecordInside m_inside;
};

} // namespace joinery::session
