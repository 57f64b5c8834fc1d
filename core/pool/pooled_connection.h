// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"

#include <chrono>

namespace joinery::pool {

class PoolState;

/// A connection with what the pool remembers of it.
struct PoolEntry
{
    std::unique_ptr<driver::Connection> connection;
    std::chrono::steady_clock::time_point openedAt;
    quint64 generation = 0; ///< of the pool when it was opened
};

/// A connection that goes back to its pool by itself. Its cursors must be gone before. On return an open transaction is
/// rolled back; where that fails, or the connection was lost, it is closed.
class PooledConnection
{
public:
    PooledConnection(std::shared_ptr<PoolState> pool, PoolEntry entry);
    ~PooledConnection();
    PooledConnection(PooledConnection &&other) noexcept = default;
    PooledConnection &operator=(PooledConnection &&other) noexcept;

    driver::Connection &operator*() const { return *m_entry.connection; }
    driver::Connection *operator->() const { return m_entry.connection.get(); }
    /// It is closed on return and replaced by the next checkout.
    void invalidate() { m_invalid = true; }
    void release();

private:
    std::shared_ptr<PoolState> m_pool;
    PoolEntry m_entry;
    bool m_invalid = false;
};

} // namespace joinery::pool
