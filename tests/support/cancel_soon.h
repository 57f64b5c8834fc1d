// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_token.h"

#include <chrono>
#include <thread>

namespace joinery::test {

/// Cancels from a thread of its own, a moment after it was made. Its end waits for that.
class CancelSoon
{
public:
    CancelSoon(CancelToken token, std::chrono::milliseconds after)
        : m_thread([token = std::move(token), after]() mutable {
              std::this_thread::sleep_for(after);
              token.cancel();
          })
    {
    }

private:
    std::jthread m_thread;
};

} // namespace joinery::test
