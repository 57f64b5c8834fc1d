// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/worker/db_worker.h"

#include <QPointer>
#include <QThreadPool>

namespace joinery::worker {

/// Runs `work` on a pool thread and hands its answer to `done` on the calling thread, unless `receiver` died in
/// between: for files and computations that need no database. For the job functions of worker/ alone.
template <class R>
Job inBackground(std::function<Result<R>(const CancelToken &)> work, QObject *receiver,
                 std::function<void(Result<R>)> done)
{
    const CancelToken token;
    // Lives on the calling thread; the answer travels to it and ends it.
    auto *courier = new QObject;
    QThreadPool::globalInstance()->start(
        [work = std::move(work), done = std::move(done), receiver = QPointer<QObject>(receiver), token, courier] {
            const Status wanted = token.check();
            auto answer = std::make_shared<Result<R>>(wanted ? work(token) : Result<R>(fail(wanted.error())));
            QMetaObject::invokeMethod(courier, [answer, done, receiver, courier] {
                courier->deleteLater();
                if (receiver && done)
                    done(std::move(*answer));
            }, Qt::QueuedConnection);
        });
    return Job(0, token);
}

} // namespace joinery::worker
