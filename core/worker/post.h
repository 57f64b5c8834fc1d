// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/worker_thread.h"

#include <QPointer>

/// For the job functions of this folder alone: how a piece of work gets to a worker's thread and its answer back.
namespace joinery::worker {

/// What a job answers that was cancelled and finished all the same.
enum class Late {
    Drop, ///< Cancelled: nobody wants it any more
    Keep, ///< what it gave: it changed something, and the caller must know
};

/// Runs `work` on the worker's thread; `done` is called on the owner's, unless `receiver` died before.
template <class R>
Job post(DbWorker &worker, const JobTitle &title, std::function<Result<R>(World &, const CancelToken &)> work,
         QObject *receiver, std::function<void(Result<R>)> done, Late late = Late::Drop)
{
    const Job job = worker.announce();
    auto task = [work = std::move(work), done = std::move(done), receiver = QPointer<QObject>(receiver), late](
                    World &world, const CancelToken &token, QString &failure) -> DbWorker::Thread::Delivery {
        const Status wanted = token.check();
        auto answer = std::make_shared<Result<R>>(wanted ? work(world, token) : Result<R>(fail(wanted.error())));
        if (const Status still = token.check(); !still && *answer && late == Late::Drop)
            *answer = fail(still.error());
        if (!*answer)
            failure = answer->error().message;
        return [answer, done, receiver] {
            if (receiver && done)
                done(std::move(*answer));
        };
    };
    worker.thread().enqueue(job, title, std::move(task));
    return job;
}

} // namespace joinery::worker
