// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/worker/db_worker.h"

#include <QPointer>
#include <QThreadPool>

/// Work that needs no database: files and computations, on a thread of the pool.
namespace joinery::worker {

/// Runs `work` on a thread of the pool and hands its value to `done` on the calling thread, unless `receiver` died in
/// between.
template <class R>
void onPool(std::function<R()> work, QObject *receiver, std::function<void(R)> done)
{
    // Lives on the calling thread; the answer travels to it and ends it.
    auto *courier = new QObject;
    QThreadPool::globalInstance()->start(
        [work = std::move(work), done = std::move(done), receiver = QPointer<QObject>(receiver), courier] {
            auto answer = std::make_shared<R>(work());
            QMetaObject::invokeMethod(courier, [answer, done, receiver, courier] {
                courier->deleteLater();
                if (receiver && done)
                    done(std::move(*answer));
            }, Qt::QueuedConnection);
        });
}

/// The same for work that can fail and be cancelled.
template <class R>
Job inBackground(std::function<Result<R>(const CancelToken &)> work, QObject *receiver,
                 std::function<void(Result<R>)> done)
{
    const CancelToken token;
    onPool<Result<R>>([work = std::move(work), token] {
        const Status wanted = token.check();
        return wanted ? work(token) : Result<R>(fail(wanted.error()));
    }, receiver, std::move(done));
    return Job(0, token);
}

} // namespace joinery::worker
