// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/worker_thread.h"

#include <QPointer>

#include <atomic>

namespace joinery::worker {

DbWorker::DbWorker(Target target, QObject *parent)
    : QObject(parent), m_target(std::move(target)), m_thread(std::make_unique<Thread>(*this))
{
}

DbWorker::~DbWorker() = default;

void DbWorker::cancelAll() { m_thread->cancelAll(); }

Job DbWorker::announce()
{
    static std::atomic<quint64> last = 0;
    return Job(++last, CancelToken());
}

DbWorker::Thread::Thread(DbWorker &owner) : m_owner(owner), m_thread([this] { loop(); }) {}

DbWorker::Thread::~Thread()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
        m_queue.clear();
        m_runningToken.cancel();
    }
    m_wake.notify_all();
    m_thread.join();
}

void DbWorker::Thread::enqueue(const Job &job, const JobTitle &title, Task task)
{
    ++m_owner.m_running;
    {
        const std::scoped_lock lock(m_mutex);
        m_queue.push_back({job.id(), title, job.token(), std::move(task)});
    }
    m_wake.notify_all();
}

void DbWorker::Thread::cancelAll()
{
    const std::scoped_lock lock(m_mutex);
    for (Entry &entry : m_queue)
        entry.token.cancel();
    m_runningToken.cancel();
}

void DbWorker::Thread::loop()
{
    // The owner joins this thread before it dies, so its address may be used; what is queued to it dies with it.
    World world(m_owner.m_target,
                {[this](const QString &sql, qint64 microseconds, const QString &failure) {
                     QMetaObject::invokeMethod(&m_owner, [owner = &m_owner, sql, microseconds, failure] {
                         Q_EMIT owner->statementRun(sql, microseconds, failure);
                     }, Qt::QueuedConnection);
                 },
                 [this](bool open, bool failed) {
                     QMetaObject::invokeMethod(&m_owner, [owner = &m_owner, open, failed] {
                         Q_EMIT owner->transactionChanged(open, failed);
                     }, Qt::QueuedConnection);
                 },
                 [this](const Progress &progress) {
                     QMetaObject::invokeMethod(&m_owner, [owner = &m_owner, id = m_current, progress] {
                         Q_EMIT owner->jobProgressed(id, progress);
                     }, Qt::QueuedConnection);
                 }});
    for (;;) {
        Entry entry;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
            if (m_stopping)
                return;
            entry = std::move(m_queue.front());
            m_queue.pop_front();
            m_runningToken = entry.token;
        }
        execute(world, entry);
        const std::scoped_lock lock(m_mutex);
        m_runningToken = CancelToken();
    }
}

void DbWorker::Thread::execute(World &world, Entry &entry)
{
    m_current = entry.id;
    QMetaObject::invokeMethod(&m_owner, [owner = &m_owner, id = entry.id, title = entry.title] {
        Q_EMIT owner->jobStarted(id, title);
    }, Qt::QueuedConnection);
    QString failure;
    Delivery deliver = entry.task(world, entry.token, failure);
    world.reportTransaction();
    QMetaObject::invokeMethod(&m_owner, [owner = &m_owner, id = entry.id, failure, deliver = std::move(deliver)] {
        --owner->m_running;
        // Last comes the answer: its receiver may well delete the worker.
        const QPointer<DbWorker> alive(owner);
        Q_EMIT owner->jobFinished(id, failure);
        if (alive)
            deliver();
    }, Qt::QueuedConnection);
}

} // namespace joinery::worker
