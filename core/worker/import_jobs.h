// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/load.h"
#include "core/transfer/run_script.h"
#include "core/worker/db_worker.h"

/// Loading a file into a table. See worker/db_worker.h for threads and receivers.
namespace joinery::worker {

/// What a file looks like, before anything is loaded.
struct ImportPreview
{
    transfer::FileShape shape;                    ///< as it was guessed, or as it was given
    QStringList columns;
    std::shared_ptr<const driver::RowBlock> rows; ///< the first ones; never null
    std::vector<transfer::BadRow> bad;            ///< among them
    std::vector<schema::Type> types;              ///< what the first rows say of each column; the load looks at all of them
    qint64 fileBytes = 0;
};

/// Reads the first rows of a file; with `shape` as it says, else as guessed. A file in JSON is looked through for its keys.
Job previewImport(const QString &path, const std::optional<transfer::FileShape> &shape, int rows, QObject *receiver,
                  std::function<void(Result<ImportPreview>)> done);

struct ImportRequest
{
    QString path;
    /// `bad` and `progress` are the job's own: progress comes through DbWorker::jobProgressed, in bytes of the file, twice
    /// as many where a table is made.
    transfer::LoadRequest load;
    QString reportPath; ///< where `load.skipBad`: what is left out goes into this file; may be empty
};

/// One transaction: after an error or a cancellation nothing of the file is in the database. No transaction may be open.
Job importFile(DbWorker &worker, const ImportRequest &request, QObject *receiver,
               std::function<void(Result<transfer::LoadReport>)> done);

using transfer::ScriptReport;

/// Runs the statements of an SQL file, all of them or none (transfer::runScript). Progress as above.
Job importScript(DbWorker &worker, const QString &path, QObject *receiver, std::function<void(Result<ScriptReport>)> done);

} // namespace joinery::worker
