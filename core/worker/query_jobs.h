// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"
#include "core/worker/db_worker.h"

/// Statements of the user (SQL tabs). Every function is called on the worker's owner's thread and returns at once;
/// callbacks come on that thread, unless the receiver died.
namespace joinery::worker {

struct RunOptions
{
    /// Begins a transaction before the first statement where none is open and leaves it open; commitTransaction() or
    /// rollbackTransaction() end it. Otherwise every statement commits by itself, but for the user's own BEGIN.
    bool manualCommit = false;
    bool stopOnError = true;
    int firstRows = 500; ///< rows of the last result to read at once
    /// Rows kept of a result that others follow: a connection reads one result at a time.
    int rowsOfEarlierResults = 5000;
    /// Values for the named parameters (:name) of the statements; a statement without any of them is sent as it is.
    QHash<QString, driver::Value> parameters;
};

/// What one statement gave.
struct StatementResult
{
    int index = 0;                          ///< in the list that was run
    QString sql;
    std::vector<driver::ColumnInfo> columns; ///< empty: a statement without rows
    std::shared_ptr<const driver::RowBlock> rows; ///< the first rows; never null
    bool complete = true;                   ///< no row is missing
    quint64 resultId = 0;                   ///< where more can be fetched: for fetchMore; 0: ended or cut off
    qint64 affectedRows = -1;
    qint64 lastInsertId = 0;
    qint64 microseconds = 0;                ///< until the first rows were there
    std::vector<driver::Notice> notices;
    std::optional<Error> failure;           ///< with `offset` into `sql`
};

struct RunSummary
{
    int run = 0;    ///< statements that were sent
    int failed = 0;
};

/// Runs the statements one after the other. `each` is called for every statement as it ends, failed ones included;
/// `done` after the last: an Error there means that none or not all could be sent (no connection, cancelled).
Job runStatements(DbWorker &worker, const QStringList &statements, const RunOptions &options, QObject *receiver,
                  std::function<void(StatementResult)> each, std::function<void(Result<RunSummary>)> done);

struct MoreRows
{
    std::shared_ptr<const driver::RowBlock> rows; ///< may be shorter than asked where a megabyte was reached
    bool complete = false;
};

/// The next rows of an open result. Kind Refused where the result was ended by a later statement or lost.
Job fetchMore(DbWorker &worker, quint64 resultId, int maximumRows, QObject *receiver,
              std::function<void(Result<MoreRows>)> done);
/// Ends an open result: the rest is not read. Ids that are not open are ignored.
void closeResult(DbWorker &worker, quint64 resultId);

/// Both end an open result first. Nothing happens where no transaction is open.
Job commitTransaction(DbWorker &worker, QObject *receiver, std::function<void(Status)> done);
Job rollbackTransaction(DbWorker &worker, QObject *receiver, std::function<void(Status)> done);

} // namespace joinery::worker
