// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/export_jobs.h"

#include "core/session/row_reader.h"
#include "core/transfer/copy_rows.h"
#include "core/transfer/some_columns.h"
#include "core/worker/bound_query.h"
#include "core/worker/post.h"

#include <QBuffer>
#include <QSaveFile>

#include <limits>

namespace joinery::worker {

namespace {

constexpr qint64 kMillisecondsBetweenProgress = 100;
constexpr qint64 kMostOnClipboard = 256 * 1024 * 1024;

/// Rows that are there already, as a cursor gives them.
class HeldRows : public driver::Cursor
{
public:
    explicit HeldRows(const ExportSource &source) : m_source(source) {}

    const std::vector<driver::ColumnInfo> &columns() const override { return m_source.columns; }
    qint64 affectedRows() const override { return -1; }
    qint64 lastInsertId() const override { return 0; }
    Status read(driver::RowBlock &block, int maximumRows) override
    {
        block.clear(m_source.rows->columnCount());
        for (; m_at < m_source.rows->rowCount() && block.rowCount() < maximumRows; ++m_at)
            block.appendRow(*m_source.rows, m_at);
        return {};
    }

private:
    const ExportSource &m_source;
    int m_at = 0;
};

Result<std::unique_ptr<driver::Cursor>> open(World &world, const ExportSource &source, const CancelToken &token)
{
    if (source.rows)
        return std::make_unique<HeldRows>(source);
    JOINERY_TRY_VALUE(driver::Connection *connection, world.connection(token));
    if (!source.table) {
        const BoundQuery query = boundQuery(source.sql, world.dialect(), source.parameters);
        return connection->execute(query.bound.sql, query.values, token);
    }
    session::RowSource table = *source.table;
    table.hasLargeCells = false; // every cell whole
    session::Seek all;
    all.rows = std::numeric_limits<int>::max();
    const session::ReadStatement statement = session::readStatement(world.dialect(), table, all);
    return connection->execute(statement.sql, statement.parameters, token);
}

/// Positions of the columns that are wanted; the address of a row, which stands behind those of its table, never is.
Result<std::vector<int>> positions(const ExportRequest &request, const std::vector<driver::ColumnInfo> &columns)
{
    const size_t count = request.source.table && !request.source.rows ? request.source.table->table.columns.size() : columns.size();
    std::vector<int> wanted = request.columns;
    for (size_t i = 0; request.columns.empty() && i < count; ++i)
        wanted.push_back(int(i));
    if (std::ranges::any_of(wanted, [&](int column) { return column < 0 || size_t(column) >= columns.size(); }))
        return fail(ErrorKind::Undefined, QStringLiteral("The rows have other columns by now: read them again."));
    return wanted;
}

/// Writes all rows to the device.
Result<qint64> writeRows(World &world, const ExportRequest &request, QIODevice &target, const CancelToken &token)
{
    const std::unique_ptr<QIODevice> sink = transfer::makeSink(target, request.shape);
    QIODevice &device = sink ? *sink : target;
    JOINERY_TRY_VALUE(const std::unique_ptr<driver::Cursor> cursor, open(world, request.source, token));
    if (cursor->columns().empty())
        return fail(ErrorKind::InvalidInput, QStringLiteral("The statement gives no rows."));
    JOINERY_TRY_VALUE(std::vector<int> wanted, positions(request, cursor->columns()));
    transfer::SomeColumns writer(device, transfer::makeRowWriter(device, request.shape, world.dialect()), std::move(wanted));
    QElapsedTimer sinceProgress;
    bool tooMuch = false;
    CancelToken stop;
    const auto passedOn = token.onCancel([stop]() mutable { stop.cancel(); });
    const auto progress = [&](qint64 rows) {
        if (request.path.isEmpty() && target.size() > kMostOnClipboard && !tooMuch) {
            tooMuch = true;
            stop.cancel();
        }
        if (sinceProgress.isValid() && sinceProgress.elapsed() < kMillisecondsBetweenProgress)
            return;
        sinceProgress.start();
        world.progress({rows, -1, QStringLiteral("%1 rows").arg(rows), rows});
    };
    Result<qint64> rows = transfer::copyRows(*cursor, writer, stop, progress);
    if (!rows && tooMuch)
        return fail(ErrorKind::Refused, QStringLiteral("The rows take more than %1 MB: write them to a file.").arg(kMostOnClipboard >> 20));
    return rows;
}

Result<ExportReport> exportTo(World &world, const ExportRequest &request, const CancelToken &token)
{
    ExportReport report;
    if (request.path.isEmpty()) {
        QBuffer buffer(&report.content);
        buffer.open(QIODevice::WriteOnly);
        JOINERY_TRY_VALUE(report.rows, writeRows(world, request, buffer, token));
        report.bytes = report.content.size();
        return report;
    }
    QSaveFile file(request.path);
    const auto unwritable = [&] { return fail(ErrorKind::Io, QStringLiteral("%1 cannot be written: %2").arg(request.path, file.errorString())); };
    if (!file.open(QIODevice::WriteOnly))
        return unwritable();
    JOINERY_TRY_VALUE(report.rows, writeRows(world, request, file, token));
    report.bytes = file.size();
    if (!file.commit())
        return unwritable();
    return report;
}

} // namespace

Job exportRows(DbWorker &worker, const ExportRequest &request, QObject *receiver, std::function<void(Result<ExportReport>)> done)
{
    const QString what = request.source.table ? request.source.table->table.name.toString() : request.shape.table.toString();
    return post<ExportReport>(worker, JobTitle{QStringLiteral("Export %1"), what}, [request](World &world, const CancelToken &token) {
        return exportTo(world, request, token);
    }, receiver, std::move(done));
}

} // namespace joinery::worker
