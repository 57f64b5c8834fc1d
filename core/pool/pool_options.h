// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"

#include <chrono>
#include <functional>

namespace joinery::pool {

/// Opens a connection; called from any thread.
using Connector = std::function<Result<std::unique_ptr<driver::Connection>>(const CancelToken &token)>;

/// SQLAlchemy's QueuePool: the same names, meanings and defaults.
struct PoolOptions
{
    int poolSize = 5;                                  ///< connections that are kept
    int maxOverflow = 10;                              ///< further ones that are closed on return; -1: no limit
    std::chrono::milliseconds poolTimeout{30000};      ///< how long a checkout waits for a free one
    std::optional<std::chrono::seconds> poolRecycle;   ///< older ones are replaced at checkout
    bool prePing = false;                              ///< asks the server at checkout, and replaces what does not answer
    bool lifo = false;                                 ///< hands out the one that came back last
    bool readOnly = false;                             ///< Pool::setReadOnly
    /// Run on each new connection before its first use; an error closes it.
    std::function<Status(driver::Connection &connection)> prepare;
};

struct PoolCounters
{
    int idle = 0;        ///< checked in
    int checkedOut = 0;
    int overflow = 0;    ///< open beyond poolSize; negative as long as fewer were ever needed at once
    qint64 opened = 0;   ///< since the pool was made
    qint64 closed = 0;
    qint64 recycled = 0; ///< replaced because of their age
    qint64 invalidated = 0; ///< replaced because they were lost, or declared so
    qint64 timeouts = 0;
};

} // namespace joinery::pool
