// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pool/pool_options.h"
#include "core/pool/pooled_connection.h"

namespace joinery::pool {

class PoolState;

/// Connections that are opened when they are needed and kept for the next one. All members are thread-safe; a connection
/// itself belongs to the thread that checked it out until it is returned. What is still checked out when the pool goes is
/// closed on return.
class Pool
{
public:
    explicit Pool(Connector connector, PoolOptions options = {});
    ~Pool();
    Pool(const Pool &) = delete;
    Pool &operator=(const Pool &) = delete;

    /// Waits where all are in use. Error kinds beside the connector's: Timeout, Cancelled.
    Result<PooledConnection> checkOut(const CancelToken &token = {});
    /// Every connection that is open now is replaced before its next use: after a failover, or when one was found lost.
    void invalidate();
    /// Closes what is idle; those that are out are closed on return. The pool goes on with new ones.
    void dispose();
    /// From the next checkout on, the server refuses writes on every connection of the pool (or accepts them again).
    void setReadOnly(bool readOnly);
    PoolCounters counters() const;

private:
    std::shared_ptr<PoolState> m_state;
};

} // namespace joinery::pool
