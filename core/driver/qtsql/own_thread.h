// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/socket_wait.h"

#include <functional>
#include <memory>

namespace joinery::driver::qtsql {

/// The thread that a connection of Qt SQL lives on: a QSqlDatabase belongs to the thread that made it, and its calls
/// block in a library that knows no tokens. Everything is done there, one piece of work after the other, while the caller
/// waits and can be told to stop waiting.
class OwnThread
{
public:
    OwnThread();
    /// Lets the thread end what it does. Where it was given up, it is left to itself.
    ~OwnThread();
    OwnThread(const OwnThread &) = delete;
    OwnThread &operator=(const OwnThread &) = delete;

    /// Ready: the work is done. TimedOut: the deadline came first. Cancelled: the token did, `stop` was called on the
    /// waiting thread, and the work did not end within ten seconds (at once without a `stop`). After both the thread is given up: nothing can be run
    /// on it any more, and what the work holds has to live on with it. After `stopAt` it is treated as if it was cancelled.
    Waiting run(std::function<void()> work, const CancelToken &token = {}, const std::function<void()> &stop = {},
                Deadline deadline = {}, Deadline stopAt = {});
    bool isGivenUp() const { return m_givenUp; }

private:
    struct State;
    std::shared_ptr<State> m_state;
    bool m_givenUp = false;
};

} // namespace joinery::driver::qtsql
