// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/rows/result_feed.h"

namespace joinery::ui {

namespace {

constexpr int kMore = 2000;
constexpr qint64 kAhead = 300;

} // namespace

ResultFeed::ResultFeed(const worker::StatementResult &result, worker::DbWorker *worker, QObject *parent)
    : RowFeed(parent), m_worker(worker), m_resultId(result.resultId), m_complete(result.complete)
{
    append(result.rows);
}

ResultFeed::~ResultFeed()
{
    if (m_worker && m_resultId != 0 && !m_complete)
        worker::closeResult(*m_worker, m_resultId);
}

void ResultFeed::append(std::shared_ptr<const driver::RowBlock> rows)
{
    const int count = rows->rowCount();
    if (count > 0)
        m_blocks.emplace(m_total, std::move(rows));
    m_total += count;
}

std::optional<session::RowCache::Found> ResultFeed::find(qint64 row) const
{
    auto at = m_blocks.upper_bound(row);
    if (row < 0 || row >= m_total || at == m_blocks.begin())
        return std::nullopt;
    --at;
    return session::RowCache::Found{at->second.get(), int(row - at->first)};
}

void ResultFeed::setVisible(qint64, qint64 last)
{
    if (m_reading || m_complete || m_resultId == 0 || !m_worker || last + kAhead < m_total)
        return;
    m_reading = true;
    worker::fetchMore(*m_worker, m_resultId, kMore, this, [this](Result<worker::MoreRows> more) {
        m_reading = false;
        if (!more) {
            m_resultId = 0;
            if (more.error().kind != ErrorKind::Cancelled)
                Q_EMIT failed(more.error());
            return;
        }
        append(more->rows);
        m_complete = more->complete;
        Q_EMIT changed({});
    });
}

} // namespace joinery::ui
