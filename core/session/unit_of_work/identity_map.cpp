// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/unit_of_work/identity_map.h"

namespace joinery::session {

namespace {

Record *const kGone = reinterpret_cast<Record *>(1);

} // namespace

Record *IdentityMap::find(const Identity &key) const
{
    if (m_slots.empty())
        return nullptr;
    const size_t hash = key.hash();
    for (size_t at = place(hash); m_slots[at]; at = place(at + 1)) {
        Record *record = m_slots[at];
        if (record != kGone && record->inside().hash == hash && record->inside().key == key)
            return record;
    }
    return nullptr;
}

Record *IdentityMap::put(Record &record)
{
    if (m_slots.empty() || m_used * 4 >= m_slots.size() * 3)
        grow();
    RecordInside &inside = record.inside();
    inside.hash = inside.key.hash();
    size_t at = place(inside.hash);
    for (; m_slots[at]; at = place(at + 1)) {
        Record *other = m_slots[at];
        if (other != kGone && other->inside().hash == inside.hash && other->inside().key == inside.key) {
            m_slots[at] = &record;
            return other == &record ? nullptr : other;
        }
    }
    m_slots[at] = &record;
    ++m_count;
    ++m_used;
    return nullptr;
}

void IdentityMap::remove(const Record &record)
{
    if (m_slots.empty())
        return;
    for (size_t at = place(record.inside().hash); m_slots[at]; at = place(at + 1)) {
        if (m_slots[at] == &record) {
            m_slots[at] = kGone;
            --m_count;
            return;
        }
    }
}

void IdentityMap::grow()
{
    const std::vector<Record *> old = std::exchange(m_slots, {});
    size_t size = 64;
    while (size < m_count * 4)
        size *= 2;
    m_slots.assign(size, nullptr);
    m_used = m_count;
    for (Record *record : old) {
        if (!record || record == kGone)
            continue;
        size_t at = place(record->inside().hash);
        while (m_slots[at])
            at = place(at + 1);
        m_slots[at] = record;
    }
}

void IdentityMap::appendAll(std::vector<RecordPtr> &records) const
{
    records.reserve(records.size() + m_count);
    for (Record *record : m_slots) {
        if (record && record != kGone)
            records.emplace_back(record);
    }
}

} // namespace joinery::session
