// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <utility>

namespace joinery::session {

class Record;
void retain(Record *record);
void release(Record *record);

/// Keeps a record alive. Counted without locks: a record and everything that points at it belong to one thread.
class RecordPtr
{
public:
    RecordPtr() = default;
    RecordPtr(std::nullptr_t) {}
    explicit RecordPtr(Record *record) : m_record(record)
    {
        if (m_record)
            retain(m_record);
    }
    RecordPtr(const RecordPtr &other) : RecordPtr(other.m_record) {}
    RecordPtr(RecordPtr &&other) noexcept : m_record(std::exchange(other.m_record, nullptr)) {}
    RecordPtr &operator=(RecordPtr other) noexcept
    {
        std::swap(m_record, other.m_record);
        return *this;
    }
    ~RecordPtr()
    {
        if (m_record)
            release(m_record);
    }

    Record *get() const { return m_record; }
    Record *operator->() const { return m_record; }
    Record &operator*() const { return *m_record; }
    explicit operator bool() const { return m_record != nullptr; }
    friend bool operator==(const RecordPtr &a, const RecordPtr &b) { return a.m_record == b.m_record; }
    friend bool operator==(const RecordPtr &a, std::nullptr_t) { return a.m_record == nullptr; }

private:
    Record *m_record = nullptr;
};

} // namespace joinery::session
