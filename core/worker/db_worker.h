// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_token.h"
#include "core/driver/url.h"
#include "core/worker/job_title.h"

#include <QObject>

#include <functional>
#include <memory>

namespace joinery::worker {

/// What a worker connects to. The password is in the URL and stays in memory.
struct Target
{
    driver::Url url;
    bool readOnly = false;
    int connectTimeoutSeconds = 10;
};

/// A job that was asked for, as the interface holds it: a value that may be dropped, which does not cancel.
class Job
{
public:
    Job() = default;
    Job(quint64 id, CancelToken token) : m_id(id), m_token(std::move(token)) {}
    quint64 id() const { return m_id; } ///< unique in the process, 0: no job
    void cancel() { m_token.cancel(); }
    const CancelToken &token() const { return m_token; }

private:
    quint64 m_id = 0;
    CancelToken m_token;
};

/// Where a running job says how far it is; may be called from the worker's thread, arrives on the owner's.
struct Progress
{
    qint64 done = 0;
    qint64 total = -1; ///< -1: unknown
    QString text;
    qint64 rows = -1; ///< so far, or statements, where it moves them; -1: it does not
};

/// The only door from ui/ to a database: one thread with one connection, opened by the first job and reopened by the
/// next one after it was lost. Lives on, and is called from, the thread that made it; jobs run one after the other in
/// the order in which they came. The jobs themselves are free functions beside this header (catalog_jobs.h,
/// row_jobs.h, query_jobs.h, migration_jobs.h): they take values, and their answer comes to a callback on the owner's thread,
/// unless the receiver died in between. Destroying the worker cancels what runs and waits for it.
class DbWorker : public QObject
{
    Q_OBJECT
public:
    explicit DbWorker(Target target, QObject *parent = nullptr);
    ~DbWorker() override;

    const Target &target() const { return m_target; }
    bool isBusy() const { return m_running != 0; }
    void cancelAll();

    /// For the job functions of worker/ alone (post.h).
    class Thread;
    Thread &thread() { return *m_thread; }
    Job announce();

Q_SIGNALS:
    void jobStarted(quint64 id, const joinery::worker::JobTitle &title);
    void jobProgressed(quint64 id, const joinery::worker::Progress &progress);
    /// `failure` is empty where it went well.
    void jobFinished(quint64 id, const QString &failure);
    /// Every statement that was sent, for the log.
    void statementRun(const QString &sql, qint64 microseconds, const QString &failure);
    void transactionChanged(bool open, bool failed);

private:
    Target m_target;
    int m_running = 0;
    std::unique_ptr<Thread> m_thread;
};

} // namespace joinery::worker
