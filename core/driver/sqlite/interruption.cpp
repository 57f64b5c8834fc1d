// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/sqlite/interruption.h"

#include <sqlite3.h>

#include <algorithm>
#include <thread>

namespace joinery::driver::sqlite {

namespace {

constexpr int kInstructionsBetweenLooks = 4000;

} // namespace

void Interruption::attach(sqlite3 *handle, int busyMilliseconds)
{
    m_handle = handle;
    m_busyLimit = std::chrono::milliseconds(busyMilliseconds);
    sqlite3_progress_handler(handle, kInstructionsBetweenLooks, &Interruption::onProgress, this);
    sqlite3_busy_handler(handle, &Interruption::onBusy, this);
}

std::shared_ptr<void> Interruption::watch(const CancelToken &token)
{
    m_requested = false;
    return token.onCancel([this] {
        m_requested = true;
        sqlite3_interrupt(m_handle);
    });
}

int Interruption::onProgress(void *self) { return static_cast<Interruption *>(self)->isRequested() ? 1 : 0; }

int Interruption::onBusy(void *self, int attempt)
{
    auto *that = static_cast<Interruption *>(self);
    const auto now = std::chrono::steady_clock::now();
    if (attempt == 0)
        that->m_busySince = now;
    const auto waited = now - that->m_busySince;
    if (that->isRequested() || waited >= that->m_busyLimit)
        return 0;
    const auto pause = std::min<std::chrono::nanoseconds>(std::chrono::milliseconds(std::min(1 << std::min(attempt, 5), 25)),
                                                          that->m_busyLimit - waited);
    std::this_thread::sleep_for(pause);
    return 1;
}

} // namespace joinery::driver::sqlite
