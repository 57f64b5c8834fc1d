// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/world.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace joinery::worker {

/// The thread behind a DbWorker: a queue of tasks and the World that they work on.
class DbWorker::Thread
{
public:
    /// Runs on the thread; what it returns runs on the owner's.
    using Delivery = std::function<void()>;
    using Task = std::function<Delivery(World &, const CancelToken &, QString &failure)>;

    explicit Thread(DbWorker &owner);
    /// Cancels everything, waits for what runs, drops what waits.
    ~Thread();

    /// On the owner's thread, for a job that announce() gave.
    void enqueue(const Job &job, const JobTitle &title, Task task);
    void cancelAll();

private:
    struct Entry
    {
        quint64 id;
        JobTitle title;
        CancelToken token;
        Task task;
    };

    void loop();
    void execute(World &world, Entry &entry);

    DbWorker &m_owner;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Entry> m_queue;
    CancelToken m_runningToken;
    bool m_stopping = false;
    quint64 m_current = 0; // on the thread alone
    std::thread m_thread;
};

} // namespace joinery::worker
