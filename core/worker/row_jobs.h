// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/cell_reader.h"
#include "core/session/row_reader.h"
#include "core/worker/db_worker.h"

/// The rows of a table, for the grid. See worker/db_worker.h for threads and receivers.
namespace joinery::worker {

Job readRows(DbWorker &worker, const session::RowSource &source, const session::Seek &seek, QObject *receiver,
             std::function<void(Result<session::RowRun>)> done);
Job estimateRows(DbWorker &worker, const session::RowSource &source, QObject *receiver,
                 std::function<void(Result<session::Estimate>)> done);
/// See session::countRows. It may take long: on a worker of its own.
Job countRows(DbWorker &worker, const session::RowSource &source, const std::vector<driver::Value> &before,
              QObject *receiver, std::function<void(Result<qint64>)> done);
/// See session::distinctValues. It may read the whole table: on a worker of its own.
Job distinctValues(DbWorker &worker, const session::RowSource &source, const QString &column, int most, QObject *receiver,
                   std::function<void(Result<std::vector<session::DistinctValue>>)> done);
/// See session::readCell.
Job readCell(DbWorker &worker, const session::RowSource &source, const session::CellPlace &place, qint64 most, QObject *receiver,
             std::function<void(Result<driver::Value>)> done);
/// session::copyCell into a file, which is there whole or as it was before; answers with the bytes.
Job saveCell(DbWorker &worker, const session::RowSource &source, const session::CellPlace &place, const QString &path, QObject *receiver,
             std::function<void(Result<qint64>)> done);

} // namespace joinery::worker
