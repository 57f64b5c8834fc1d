// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/unit_of_work/record.h"

namespace joinery::session {

/// Records in the order in which they came, kept alive. A record knows its own place in the member `Slot`: nothing is
/// looked up.
template <int RecordInside::*Slot>
class RecordSet
{
public:
    bool contains(const Record &record) const { return record.inside().*Slot >= 0; }
    bool isEmpty() const { return m_count == 0; }
    size_t count() const { return m_count; }

    void add(Record &record)
    {
        if (contains(record))
            return;
        record.inside().*Slot = int(m_records.size());
        m_records.emplace_back(&record);
        ++m_count;
    }
    void remove(Record &record)
    {
        if (!contains(record))
            return;
        const RecordPtr kept = std::exchange(m_records[size_t(record.inside().*Slot)], nullptr);
        record.inside().*Slot = -1;
        if (--m_count == 0)
            m_records.clear();
    }
    /// Records may be taken out meanwhile, and none put in.
    template <class Action>
    void forEach(Action action) const
    {
        for (size_t at = 0; at < m_records.size(); ++at) {
            if (const size_t ahead = at + Record::kAhead; ahead < m_records.size() && m_records[ahead])
                m_records[ahead]->prefetch();
            if (m_records[at])
                action(*m_records[at]);
        }
    }
    /// A copy: what is done with them may change the set.
    std::vector<RecordPtr> all() const
    {
        std::vector<RecordPtr> records;
        records.reserve(m_count);
        for (const RecordPtr &record : m_records) {
            if (record)
                records.push_back(record);
        }
        return records;
    }
    void clear()
    {
        for (const RecordPtr &record : m_records) {
            if (record)
                record->inside().*Slot = -1;
        }
        m_count = 0;
        const auto kept = std::exchange(m_records, {}); // records may go with it, and look here
    }

private:
    std::vector<RecordPtr> m_records; // a null pointer where one was removed
    size_t m_count = 0;
};

} // namespace joinery::session
