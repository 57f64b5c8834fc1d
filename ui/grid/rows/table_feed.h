// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/row_jobs.h"
#include "ui/grid/rows/row_feed.h"

#include <QElapsedTimer>

namespace joinery::ui {

/// The rows of a table, window by window. One read is under way at a time, and one that nobody waits for any more is
/// cancelled; counting runs on a connection of its own.
class TableFeed : public RowFeed
{
    Q_OBJECT
public:
    using MakeWorker = std::function<worker::DbWorker *(QObject *parent)>;

    TableFeed(MakeWorker makeWorker, QString dialect, QObject *parent);

    /// Another table, order or condition: starts from nothing.
    void open(const session::RowSource &source);
    /// Another condition, which may be wrong: the rows that are held stay until the first of the new ones are there.
    /// attempted() tells how it went; where it failed, or was cancelled, nothing has changed.
    void attempt(const session::RowSource &source);
    /// Reads again what is seen; the rows stay on the screen where they are.
    void refresh();
    void cancel();
    const session::RowSource &source() const { return m_cache.source(); }
    worker::DbWorker &worker() { return *m_worker; }
    worker::Job distinctValues(const QString &column, int most, QObject *receiver,
                               std::function<void(Result<std::vector<session::DistinctValue>>)> done);

    std::optional<session::RowCache::Found> find(qint64 row) const override { return m_cache.find(row); }
    qint64 total() const override { return m_cache.total(); }
    bool isTotalExact() const override { return m_cache.isTotalExact(); }
    bool isTotalKnown() const { return m_cache.isTotalKnown(); }
    bool seeks() const { return m_cache.seeks(); }
    void setVisible(qint64 first, qint64 last) override;
    bool isReading() const override { return m_reading; }
    qint64 lastReadMicroseconds() const { return m_lastRead; }
    size_t heldBytes() const { return m_cache.byteSize(); }

Q_SIGNALS:
    void readingChanged();
    void attempted(const std::optional<joinery::Error> &failure);

private:
    void begin();
    void pump();
    void arrived(const session::RowCache::Read &read, Result<session::RowRun> run);
    void estimate();
    void count();
    void settle();
    worker::DbWorker &counter();

    MakeWorker m_makeWorker;
    QString m_dialect;
    worker::DbWorker *m_worker;
    worker::DbWorker *m_counter = nullptr;
    session::RowCache m_cache;
    quint64 m_generation = 0;
    bool m_reading = false;
    bool m_failed = false;
    bool m_estimated = false;
    bool m_settling = false;
    worker::Job m_job, m_countJob;
    std::optional<session::RowCache::Read> m_read;
    qint64 m_first = 0, m_last = 60;
    QElapsedTimer m_timer;
    qint64 m_lastRead = 0;
};

} // namespace joinery::ui
