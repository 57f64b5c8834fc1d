// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/rows/table_feed.h"

#include "core/worker/table_rows.h"

namespace joinery::ui {

TableFeed::TableFeed(MakeWorker makeWorker, QString dialect, QObject *parent)
    : RowFeed(parent), m_makeWorker(std::move(makeWorker)), m_dialect(std::move(dialect)), m_worker(m_makeWorker(this))
{
}

/// Nothing that is under way is waited for any more.
void TableFeed::begin()
{
    ++m_generation;
    m_job.cancel();
    m_countJob.cancel();
    m_reading = m_failed = m_estimated = m_settling = false;
}

void TableFeed::open(const session::RowSource &source)
{
    begin();
    m_first = 0;
    m_last = 60;
    m_cache.reset(source, worker::isSeekable(source, m_dialect));
    Q_EMIT changed({});
    pump();
}

void TableFeed::attempt(const session::RowSource &source)
{
    begin();
    auto next = std::make_shared<session::RowCache>();
    next->reset(source, worker::isSeekable(source, m_dialect));
    const auto read = next->plan(0, 60);
    m_reading = true;
    m_read.reset();
    m_timer.start();
    Q_EMIT readingChanged();
    m_job = worker::readRows(*m_worker, source, read->seek, this, [this, next, read = *read, generation = m_generation](Result<session::RowRun> run) {
        if (generation != m_generation)
            return;
        m_reading = false;
        if (!run) {
            Q_EMIT readingChanged();
            Q_EMIT attempted(run.error());
            pump();
            return;
        }
        m_first = 0;
        m_last = 60;
        m_cache = std::move(*next);
        Q_EMIT changed({});
        arrived(read, std::move(run));
        Q_EMIT attempted(std::nullopt);
    });
}

worker::Job TableFeed::distinctValues(const QString &column, int most, QObject *receiver,
                                      std::function<void(Result<std::vector<session::DistinctValue>>)> done)
{
    return worker::distinctValues(counter(), m_cache.source(), column, most, receiver, std::move(done));
}

void TableFeed::refresh()
{
    begin();
    m_cache.invalidate(m_first);
    pump();
}

void TableFeed::cancel()
{
    m_job.cancel();
    m_countJob.cancel();
}

void TableFeed::setVisible(qint64 first, qint64 last)
{
    m_first = first;
    m_last = last;
    if (m_reading && m_read) {
        // A read for rows that were passed by meanwhile: somebody waits for others now.
        const bool backwards = m_read->seek.kind == session::Seek::Kind::Before || m_read->seek.kind == session::Seek::Kind::Last;
        const qint64 from = backwards ? m_read->start - m_read->seek.rows : m_read->start;
        if (from + m_read->seek.rows < first - 200 || from > last + 200)
            m_job.cancel();
        return;
    }
    pump();
}

void TableFeed::pump()
{
    if (m_reading || m_failed)
        return;
    m_read = m_cache.plan(m_first, m_last);
    if (!m_read) {
        settle();
        return;
    }
    m_reading = true;
    m_timer.start();
    Q_EMIT readingChanged();
    m_job = worker::readRows(*m_worker, m_cache.source(), m_read->seek, this,
                             [this, read = *m_read, generation = m_generation](Result<session::RowRun> run) {
        if (generation == m_generation)
            arrived(read, std::move(run));
    });
}

void TableFeed::arrived(const session::RowCache::Read &read, Result<session::RowRun> run)
{
    m_reading = false;
    m_lastRead = m_timer.nsecsElapsed() / 1000;
    if (run) {
        Q_EMIT changed(m_cache.insert(read, *std::move(run)));
    } else if (run.error().kind != ErrorKind::Cancelled) {
        m_failed = true;
        Q_EMIT failed(run.error());
    }
    Q_EMIT readingChanged();
    if (!std::exchange(m_estimated, true) && !m_failed && !m_cache.isTotalExact())
        estimate();
    pump();
}

void TableFeed::estimate()
{
    worker::estimateRows(*m_worker, m_cache.source(), this, [this, generation = m_generation](Result<session::Estimate> estimate) {
        if (generation != m_generation)
            return;
        if (estimate && !m_cache.isTotalExact()) {
            if (estimate->range)
                m_cache.setRange(*estimate->range);
            if (estimate->rows && *estimate->rows > 0)
                Q_EMIT changed(m_cache.setTotal(*estimate->rows, false));
            else if (estimate->range && estimate->range->maximum - estimate->range->minimum >= 0)
                Q_EMIT changed(m_cache.setTotal(estimate->range->maximum - estimate->range->minimum + 1, false));
        }
        if (!m_cache.isTotalExact())
            count();
        pump();
    });
}

void TableFeed::count()
{
    m_countJob = worker::countRows(counter(), m_cache.source(), {}, this, [this, generation = m_generation](Result<qint64> rows) {
        if (generation != m_generation || !rows)
            return;
        Q_EMIT changed(m_cache.setTotal(*rows, true));
        pump();
    });
}

void TableFeed::settle()
{
    const auto doubt = m_settling ? std::nullopt : m_cache.doubt(m_first);
    if (!doubt)
        return;
    m_settling = true;
    worker::countRows(counter(), m_cache.source(), doubt->order, this,
                      [this, doubt = *doubt, generation = m_generation](Result<qint64> rows) {
        if (generation != m_generation)
            return;
        m_settling = false;
        if (rows)
            Q_EMIT changed(m_cache.settle(doubt, *rows));
        pump();
    });
}

worker::DbWorker &TableFeed::counter()
{
    if (!m_counter)
        m_counter = m_makeWorker(this);
    return *m_counter;
}

} // namespace joinery::ui
