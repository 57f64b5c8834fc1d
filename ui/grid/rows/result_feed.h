// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/query_jobs.h"
#include "ui/grid/rows/row_feed.h"

#include <QPointer>

namespace joinery::ui {

/// The rows of a statement's result, read on when the end of what is there comes into view.
class ResultFeed : public RowFeed
{
    Q_OBJECT
public:
    ResultFeed(const worker::StatementResult &result, worker::DbWorker *worker, QObject *parent);
    ~ResultFeed() override; ///< ends the result

    std::optional<session::RowCache::Found> find(qint64 row) const override;
    qint64 total() const override { return m_total; }
    bool isTotalExact() const override { return m_complete; }
    void setVisible(qint64 first, qint64 last) override;
    bool isReading() const override { return m_reading; }

private:
    void append(std::shared_ptr<const driver::RowBlock> rows);

    QPointer<worker::DbWorker> m_worker;
    std::map<qint64, std::shared_ptr<const driver::RowBlock>> m_blocks; ///< by their first row
    qint64 m_total = 0;
    quint64 m_resultId;
    bool m_complete;
    bool m_reading = false;
};

} // namespace joinery::ui
