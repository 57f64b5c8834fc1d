// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/import_jobs.h"

#include "core/transfer/bad_row_report.h"
#include "core/transfer/type_inference.h"
#include "core/worker/background.h"
#include "core/worker/post.h"

#include <QFile>
#include <QFileInfo>

namespace joinery::worker {

namespace {

constexpr qint64 kMillisecondsBetweenProgress = 100;

Status open(QFile &file)
{
    if (file.open(QIODevice::ReadOnly))
        return {};
    return fail(ErrorKind::Io, QStringLiteral("%1 cannot be read: %2").arg(file.fileName(), file.errorString()));
}

Error openTransaction()
{
    Error error;
    error.kind = ErrorKind::Refused;
    error.message = QStringLiteral("A transaction is open on this connection: commit it or roll it back first.");
    return error;
}

Result<ImportPreview> previewOf(const QString &path, const std::optional<transfer::FileShape> &shape, int rows)
{
    QFile file(path);
    JOINERY_TRY(open(file));
    ImportPreview preview;
    preview.fileBytes = file.size();
    if (shape) {
        preview.shape = *shape;
    } else {
        JOINERY_TRY_VALUE(preview.shape, transfer::guessShape(file, path));
    }
    const std::unique_ptr<transfer::RowReader> reader = transfer::makeRowReader(file, preview.shape);
    JOINERY_TRY_VALUE(preview.columns, reader->open());
    transfer::RowBatch batch;
    JOINERY_TRY(reader->read(batch, rows));
    transfer::TypeInference inference(preview.shape.csv.decimalComma);
    inference.see(batch.rows);
    for (int column = 0; column < preview.columns.size(); ++column)
        preview.types.push_back(inference.type(column));
    preview.bad = std::move(batch.bad);
    preview.rows = std::make_shared<const driver::RowBlock>(std::move(batch.rows));
    return preview;
}

} // namespace

Job previewImport(const QString &path, const std::optional<transfer::FileShape> &shape, int rows, QObject *receiver,
                  std::function<void(Result<ImportPreview>)> done)
{
    return inBackground<ImportPreview>([=](const CancelToken &) { return previewOf(path, shape, rows); }, receiver, std::move(done));
}

Job importFile(DbWorker &worker, const ImportRequest &request, QObject *receiver,
               std::function<void(Result<transfer::LoadReport>)> done)
{
    const auto work = [request](World &world, const CancelToken &token) -> Result<transfer::LoadReport> {
        QFile file(request.path);
        JOINERY_TRY(open(file));
        JOINERY_TRY_VALUE(driver::Connection *connection, world.connection(token));
        if (connection->transactionState() != driver::TransactionState::Idle)
            return fail(openTransaction());
        transfer::LoadRequest load = request.load;
        transfer::BadRowReport report(request.reportPath);
        if (!request.reportPath.isEmpty()) {
            JOINERY_TRY(report.open());
            load.bad = [&report](const transfer::BadRow &row) { return report.write(row); };
        }
        QElapsedTimer sinceProgress;
        load.progress = [&](const transfer::LoadProgress &at) {
            if (sinceProgress.isValid() && sinceProgress.elapsed() < kMillisecondsBetweenProgress)
                return;
            sinceProgress.start();
            // A file that is looked through for its types is read twice.
            const bool second = load.create && at.phase == transfer::LoadProgress::Phase::Loading;
            world.progress({at.bytes + (second ? file.size() : 0), load.create ? 2 * file.size() : file.size(),
                            QStringLiteral("%1 rows").arg(at.rows), at.rows});
        };
        auto loaded = transfer::load(*connection, world.dialect(), file, load, token);
        const Status reported = request.reportPath.isEmpty() ? Status() : report.commit();
        if (loaded && !reported)
            loaded->notes.append(reported.error().message); // the rows are in the table all the same
        return loaded;
    };
    return post<transfer::LoadReport>(worker, JobTitle{QStringLiteral("Import into %1"), request.load.table.toString()}, work, receiver,
                                      std::move(done), Late::Keep);
}

Job importScript(DbWorker &worker, const QString &path, QObject *receiver, std::function<void(Result<ScriptReport>)> done)
{
    const auto work = [path](World &world, const CancelToken &token) -> Result<ScriptReport> {
        QFile file(path);
        JOINERY_TRY(open(file));
        JOINERY_TRY_VALUE(driver::Connection *connection, world.connection(token));
        if (connection->transactionState() != driver::TransactionState::Idle)
            return fail(openTransaction());
        QElapsedTimer sinceProgress;
        return transfer::runScript(*connection, world.dialect(), file, token, [&](qint64 statements, qint64 bytes) {
            if (sinceProgress.isValid() && sinceProgress.elapsed() < kMillisecondsBetweenProgress)
                return;
            sinceProgress.start();
            world.progress({bytes, file.size(), QStringLiteral("%1 statements").arg(statements), statements});
        });
    };
    return post<ScriptReport>(worker, JobTitle{QStringLiteral("Run %1"), QFileInfo(path).fileName()}, work, receiver, std::move(done), Late::Keep);
}

} // namespace joinery::worker
