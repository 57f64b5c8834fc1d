// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_token.h"
#include "core/driver/url.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace joinery::driver {

/// Cancels the statement of a connection once its time is over. A thread of its own watches the clock, so that it holds
/// for every engine alike, whatever the server has of its own.
class StatementTimer
{
public:
    explicit StatementTimer(std::chrono::milliseconds limit);
    ~StatementTimer();
    StatementTimer(const StatementTimer &) = delete;
    StatementTimer &operator=(const StatementTimer &) = delete;

    /// One statement and the time that it has left. Must not outlive the timer.
    class Run
    {
    public:
        Run(StatementTimer &timer, const CancelToken &token);
        ~Run();
        Run(const Run &) = delete;
        Run &operator=(const Run &) = delete;

        /// Cancelled with the caller's token, or when the time is over.
        const CancelToken &token() const { return m_token; }
        void resume();
        void pause();
        /// Gives a call all of the time anew, and judges how it ended.
        Status timed(const std::function<Status()> &call);
        /// Says of a cancellation that it came from the clock, where it did.
        Error judged(Error error) const;

    private:
        StatementTimer &m_timer;
        CancelToken m_asked; ///< the caller's
        CancelToken m_token;
        std::shared_ptr<void> m_passesOn;
        std::chrono::steady_clock::duration m_left;
        std::chrono::steady_clock::time_point m_since;
        bool m_running = false;
    };

    /// Begins to count.
    std::shared_ptr<Run> run(const CancelToken &token) { return std::make_shared<Run>(*this, token); }

private:
    void watch();

    std::chrono::milliseconds m_limit;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<std::chrono::steady_clock::time_point> m_end; ///< of the run that counts
    CancelToken m_token;                                        ///< its
    bool m_stopping = false;
    std::thread m_thread;
};

/// statement_timeout=SECONDS of a URL, 0 where there is none; InvalidInput where it is no number.
Result<std::chrono::milliseconds> statementTimeoutOf(const Url &url);
/// The URL without it, for drivers that take every parameter for one of the engine's.
Url withoutStatementTimeout(Url url);

} // namespace joinery::driver
