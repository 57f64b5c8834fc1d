// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_token.h"

#include <atomic>
#include <chrono>

struct sqlite3;

namespace joinery::driver::sqlite {

/// Stops what a connection is doing when a token says so: a statement in the middle, and the wait for a lock.
/// sqlite3_interrupt alone would be lost when it comes just before the first step.
class Interruption
{
public:
    /// Installs the progress and the busy handler; `busyMilliseconds` is how long a lock is waited for.
    void attach(sqlite3 *handle, int busyMilliseconds);
    /// Until the guard is destroyed, the token's cancel() interrupts the connection.
    std::shared_ptr<void> watch(const CancelToken &token);
    bool isRequested() const { return m_requested.load(std::memory_order_relaxed); }

private:
    static int onProgress(void *self);
    static int onBusy(void *self, int attempt);

    sqlite3 *m_handle = nullptr;
    std::chrono::milliseconds m_busyLimit{0};
    std::chrono::steady_clock::time_point m_busySince;
    std::atomic<bool> m_requested = false;
};

} // namespace joinery::driver::sqlite
