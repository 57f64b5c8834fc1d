// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/unit_of_work/record.h"

namespace joinery::session {

/// The records of one entity by their key. Does not keep them alive: a record that goes takes itself out.
class IdentityMap
{
public:
    Record *find(const Identity &key) const;
    /// Makes place for so many more.
    void reserve(size_t more);
    /// The record that was there before under the same key, or a null pointer.
    Record *put(Record &record);
    /// Takes it out where it is what stands there.
    void remove(Record &record);
    size_t count() const { return m_count; }
    void appendAll(std::vector<RecordPtr> &records) const;
    /// Those that go meanwhile are left out; none may be put in.
    template <class Action>
    void forEach(Action action) const
    {
        for (size_t at = 0; at < m_slots.size(); ++at) {
            if (const size_t ahead = at + Record::kAhead; ahead < m_slots.size() && isRecord(m_slots[ahead].record))
                m_slots[ahead].record->prefetch();
            if (isRecord(m_slots[at].record))
                action(*m_slots[at].record);
        }
    }

private:
    struct Slot
    {
        Record *record = nullptr; ///< kGone where one was
        size_t hash = 0;
    };
    static bool isRecord(const Record *slot);
    void grow(size_t count);
    size_t place(size_t hash) const { return hash & (m_slots.size() - 1); }

    std::vector<Slot> m_slots; // a power of two; open addressing
    size_t m_count = 0;
    size_t m_used = 0; ///< with those that are gone
};

} // namespace joinery::session
