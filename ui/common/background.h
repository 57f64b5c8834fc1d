// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <functional>

namespace joinery::ui {

/// Runs `work` on a thread of the pool and hands its value to `done` on the GUI thread, unless the receiver
/// died in between. For files and computations; databases have worker/.
template <class R>
void inBackground(QObject *receiver, std::function<R()> work, std::function<void(R)> done)
{
    QThreadPool::globalInstance()->start([receiver = QPointer<QObject>(receiver), work = std::move(work),
                                          done = std::move(done)] {
        auto value = std::make_shared<R>(work());
        // The application outlives the pool's threads; whether the receiver lives is asked on its own thread.
        QMetaObject::invokeMethod(qApp, [receiver, done, value] {
            if (receiver)
                done(std::move(*value));
        }, Qt::QueuedConnection);
    });
}

} // namespace joinery::ui
