// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/row_source.h"
#include "core/transfer/output_shape.h"
#include "core/worker/db_worker.h"

/// Rows into a file or onto the clipboard. See worker/db_worker.h for threads and receivers.
namespace joinery::worker {

/// Where the rows come from: the first of these that is there.
struct ExportSource
{
    std::shared_ptr<const driver::RowBlock> rows; ///< that are held already, of `columns`
    std::vector<driver::ColumnInfo> columns;
    std::optional<session::RowSource> table;      ///< all rows of it, in its order
    QString sql;                                  ///< a query, which is run
    QHash<QString, driver::Value> parameters;     ///< of its named parameters
};

struct ExportRequest
{
    ExportSource source;
    transfer::OutputShape shape;
    std::vector<int> columns; ///< positions in the rows; empty: all
    QString path;        ///< there whole or as it was before; empty: the answer holds it
};

struct ExportReport
{
    qint64 rows = 0;
    qint64 bytes = 0;
    QByteArray content; ///< where no path was given
};

/// Progress comes in rows, through DbWorker::jobProgressed. An export without a path ends with an error where it grows beyond
/// what a clipboard is good for.
Job exportRows(DbWorker &worker, const ExportRequest &request, QObject *receiver, std::function<void(Result<ExportReport>)> done);

} // namespace joinery::worker
