// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/unit_of_work/identity_map.h"

namespace joinery::session {

namespace {

Record *const kGone = reinterpret_cast<Record *>(1);

} // namespace

bool IdentityMap::isRecord(const Record *slot) { return slot && slot != kGone; }

Record *IdentityMap::find(const Identity &key) const
{
    if (m_slots.empty())
        return nullptr;
    const size_t hash = key.hash();
    for (size_t at = place(hash); m_slots[at].record; at = place(at + 1)) {
        const Slot &slot = m_slots[at];
        if (slot.hash == hash && slot.record != kGone && slot.record->inside().key == key)
            return slot.record;
    }
    return nullptr;
}

void IdentityMap::reserve(size_t more)
{
    if ((m_used + more) * 2 >= m_slots.size())
        grow(m_count + more);
}

Record *IdentityMap::put(Record &record)
{
    reserve(1);
    RecordInside &inside = record.inside();
    inside.hash = inside.key.hash();
    size_t at = place(inside.hash);
    for (; m_slots[at].record; at = place(at + 1)) {
        Slot &slot = m_slots[at];
        if (slot.hash != inside.hash || slot.record == kGone || !(slot.record->inside().key == inside.key))
            continue;
        slot.record->inside().identified = false;
        Record *other = std::exchange(slot.record, &record);
        inside.identified = true;
        return other == &record ? nullptr : other;
    }
    m_slots[at] = {&record, inside.hash};
    inside.identified = true;
    ++m_count;
    ++m_used;
    return nullptr;
}

void IdentityMap::remove(Record &record)
{
    if (!std::exchange(record.inside().identified, false))
        return;
    size_t at = place(record.inside().hash);
    while (m_slots[at].record != &record)
        at = place(at + 1);
    m_slots[at].record = kGone;
    if (--m_count > 0 || m_used * 8 < m_slots.size())
        return;
    std::fill(m_slots.begin(), m_slots.end(), Slot{}); // nothing is sought behind what is gone
    m_used = 0;
}

void IdentityMap::grow(size_t count)
{
    size_t size = 64;
    while (size <= count * 2)
        size *= 2;
    const std::vector<Slot> old = std::exchange(m_slots, std::vector<Slot>(size));
    m_used = m_count;
    for (const Slot &slot : old) {
        if (!isRecord(slot.record))
            continue;
        size_t at = place(slot.hash);
        while (m_slots[at].record)
            at = place(at + 1);
        m_slots[at] = slot;
    }
}

void IdentityMap::appendAll(std::vector<RecordPtr> &records) const
{
    records.reserve(records.size() + m_count);
    forEach([&](Record &record) { records.emplace_back(&record); });
}

} // namespace joinery::session
