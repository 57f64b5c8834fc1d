// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pool/pool_options.h"
#include "core/pool/pooled_connection.h"

#include <condition_variable>
#include <deque>
#include <mutex>

namespace joinery::pool {

/// What a pool and its connections share. Nothing that talks to a server runs under the mutex.
class PoolState
{
public:
    PoolState(Connector connector, PoolOptions options);

    Result<PoolEntry> checkOut(const CancelToken &token);
    void checkIn(PoolEntry entry, bool invalid);
    void invalidate();
    void dispose(bool forEver);
    void setReadOnly(bool readOnly);
    PoolCounters counters() const;

private:
    /// An idle entry, or an empty one where a new connection may be opened.
    Result<PoolEntry> takePlace(const CancelToken &token);
    bool isUsable(PoolEntry &entry, const CancelToken &token);
    Result<PoolEntry> open(const CancelToken &token);
    void givePlaceBack();
    void close(PoolEntry entry);

    const Connector m_connector;
    const PoolOptions m_options;
    mutable std::mutex m_mutex;
    std::condition_variable m_returned;
    std::deque<PoolEntry> m_idle;
    int m_places = 0;           ///< connections that are idle, out, or being opened
    quint64 m_generation = 1;
    bool m_readOnly;
    bool m_disposed = false;
    PoolCounters m_counters;
};

} // namespace joinery::pool
