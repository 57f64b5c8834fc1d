// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/qtsql/own_thread.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace joinery::driver::qtsql {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds kPatience{10};
constexpr std::chrono::milliseconds kSlice{50};

} // namespace

struct OwnThread::State
{
    std::mutex mutex;
    std::condition_variable changed;
    std::function<void()> work;
    bool working = false;
    bool stopping = false;
    std::thread thread;

    static void loop(const std::shared_ptr<State> &state)
    {
        std::unique_lock lock(state->mutex);
        for (;;) {
            state->changed.wait(lock, [&] { return state->stopping || state->work; });
            if (!state->work)
                return;
            std::function<void()> work = std::exchange(state->work, {});
            lock.unlock();
            work();
            work = {};
            lock.lock();
            state->working = false;
            state->changed.notify_all();
        }
    }
};

OwnThread::OwnThread() : m_state(std::make_shared<State>())
{
    m_state->thread = std::thread([state = m_state] { State::loop(state); });
}

OwnThread::~OwnThread()
{
    {
        const std::scoped_lock lock(m_state->mutex);
        m_state->stopping = true;
    }
    m_state->changed.notify_all();
    if (m_givenUp)
        m_state->thread.detach();
    else
        m_state->thread.join();
}

Waiting OwnThread::run(std::function<void()> work, const CancelToken &token, const std::function<void()> &stop, Deadline deadline,
                       Deadline stopAt)
{
    if (m_givenUp)
        return Waiting::TimedOut;
    std::unique_lock lock(m_state->mutex);
    m_state->work = std::move(work);
    m_state->working = true;
    m_state->changed.notify_all();
    Deadline patience;
    while (m_state->working) {
        const auto now = Clock::now();
        if (!patience && (token.isCancelled() || (stopAt && now >= *stopAt))) {
            patience = stop ? now + kPatience : now;
            if (stop) {
                lock.unlock(); // it may ask the server
                stop();
                lock.lock();
                continue;
            }
        }
        if ((patience && now >= *patience) || (deadline && now >= *deadline)) {
            m_givenUp = true;
            return patience ? Waiting::Cancelled : Waiting::TimedOut;
        }
        m_state->changed.wait_for(lock, kSlice);
    }
    return Waiting::Ready;
}

} // namespace joinery::driver::qtsql
