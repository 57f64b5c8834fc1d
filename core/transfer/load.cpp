// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/load.h"

#include "core/transfer/csv_writer.h"
#include "core/transfer/load_columns.h"
#include "core/transfer/type_inference.h"

#include <QBuffer>

#include <deque>

namespace joinery::transfer {

namespace {

constexpr int kRowsAtOnce = 5000;
// The server speaks of a row that was sent some time ago, but never of one so far back.
constexpr size_t kRunsKept = 200000;

Error atLine(Error error, qint64 line)
{
    if (line > 0)
        error.message = QStringLiteral("Line %1: %2").arg(line).arg(error.message);
    return error;
}

QString sentence(const Error &error)
{
    const QString detail = error.detail.section(u'\n', 0, 0);
    return detail.isEmpty() || error.message.contains(detail) ? error.message : QString(error.message + QStringLiteral(": ") + detail);
}

/// The lines of rows by their numbers, as runs of rows of which each takes one line.
class LineMap
{
public:
    void add(qint64 row, qint64 line)
    {
        if (!m_runs.empty() && line - m_runs.back().line == row - m_runs.back().row)
            return;
        m_runs.push_back({row, line});
        if (m_runs.size() > kRunsKept)
            m_runs.pop_front();
    }
    qint64 lineOf(qint64 row) const
    {
        const auto behind = std::ranges::upper_bound(m_runs, row, {}, &Run::row);
        return behind == m_runs.begin() ? 0 : std::prev(behind)->line + row - std::prev(behind)->row;
    }

private:
    struct Run
    {
        qint64 row, line;
    };
    std::deque<Run> m_runs;
};

class Load
{
public:
    Load(driver::Connection &connection, const dialect::Dialect &dialect, QIODevice &file, const LoadRequest &request,
         const CancelToken &token)
        : m_connection(connection), m_dialect(dialect), m_file(file), m_request(request), m_token(token)
    {}

    Result<LoadReport> run()
    {
        Status status = runInTransaction();
        if (status)
            return m_report;
        Error error = std::move(status).error();
        if (error.damage == Damage::InDoubt)
            return fail(std::move(error));
        if (m_connection.isOpen() && m_connection.transactionState() != driver::TransactionState::Idle)
            (void)m_connection.rollback();
        if (m_made && m_connection.isOpen()) // where a transaction does not hold a CREATE TABLE
            (void)m_connection.run(QStringLiteral("DROP TABLE ") + m_dialect.quote(m_request.table));
        if (error.damage != Damage::Connection)
            error.damage = Damage::None;
        const QString outcome = QStringLiteral("Nothing was loaded.");
        error.detail += (error.detail.isEmpty() ? QString() : QStringLiteral("\n")) + outcome;
        return fail(std::move(error));
    }

private:
    Status runInTransaction()
    {
        JOINERY_TRY(m_token.check());
        JOINERY_TRY(open());
        JOINERY_TRY_VALUE(const schema::Table keyed, tableWithKeys());
        std::vector<std::pair<QString, schema::Type>> tableColumns;
        if (m_request.create) {
            JOINERY_TRY_VALUE(const schema::Table table, inferTable());
            const bool transactional = m_dialect.capabilities().transactionalDdl;
            if (transactional)
                JOINERY_TRY(m_connection.begin());
            JOINERY_TRY(createTable(table));
            m_made = !transactional;
            if (!transactional)
                JOINERY_TRY(m_connection.begin());
            for (const schema::Column &column : table.columns)
                tableColumns.emplace_back(column.name, column.type);
            m_report.created = table;
        } else {
            JOINERY_TRY(m_connection.begin());
            JOINERY_TRY_VALUE(tableColumns, columnsOfTable());
        }
        JOINERY_TRY_VALUE(m_columns, LoadColumns::match(m_fileColumns, m_request.map, tableColumns, m_request.shape.csv.decimalComma));
        if (m_request.onConflict != OnConflict::Stop) {
            JOINERY_TRY_VALUE(m_key, conflictKey(keyed, m_columns.names(), m_request.key));
        }
        m_target.table = m_dialect.quote(m_request.table);
        m_target.tableName = m_request.table.name;
        for (const QString &name : m_columns.names())
            m_target.columns.append(m_dialect.quote(name));
        JOINERY_TRY(m_request.skipBad ? loadByBatches() : loadInOne());
        JOINERY_TRY(m_token.check());
        return m_connection.commit();
    }

    Status open()
    {
        m_reader = makeRowReader(m_file, m_request.shape);
        JOINERY_TRY_VALUE(m_fileColumns, m_reader->open());
        return {};
    }

    /// Empty where rows that are there already are an error.
    Result<schema::Table> tableWithKeys()
    {
        if (m_request.onConflict == OnConflict::Stop)
            return schema::Table();
        if (m_request.create)
            return fail(ErrorKind::InvalidInput, QStringLiteral("A table that is made for the file has no key: no row can be there already."));
        dialect::InspectOptions options;
        options.estimates = false;
        options.definitions = false;
        if (!m_request.table.schema.isEmpty())
            options.schemas = {m_request.table.schema};
        JOINERY_TRY_VALUE(const dialect::Inspection inspection, m_dialect.inspect(m_connection, options, m_token));
        for (const schema::Table &table : inspection.catalog.tables) {
            if (table.name.name == m_request.table.name && (m_request.table.schema.isEmpty() || table.name.schema == m_request.table.schema))
                return table;
        }
        return fail(ErrorKind::Undefined, QStringLiteral("There is no table %1.").arg(m_request.table.toString()));
    }

    Result<std::unique_ptr<driver::BulkInsert>> startInsert()
    {
        if (m_request.onConflict == OnConflict::Stop)
            return m_connection.bulkInsert(m_target, m_token);
        JOINERY_TRY_VALUE(auto insert, KeyedInsert::start(m_connection, m_dialect, {m_request.table, m_columns.names(), m_key},
                                                          m_request.onConflict, m_token));
        return insert;
    }

    /// What became of rows that were taken.
    void count(const driver::BulkInsert &insert, qint64 rows)
    {
        const auto *keyed = dynamic_cast<const KeyedInsert *>(&insert);
        if (!keyed) {
            m_report.rows += rows;
            return;
        }
        m_report.rows += keyed->inserted();
        m_report.updated += keyed->updated();
        m_report.kept += keyed->kept();
    }

    /// The types of all columns, from all rows; the file stands behind its header again afterwards.
    Result<schema::Table> inferTable()
    {
        TypeInference inference(m_request.shape.csv.decimalComma);
        RowBatch batch;
        qint64 rows = 0;
        do {
            JOINERY_TRY(m_token.check());
            JOINERY_TRY(m_reader->read(batch, kRowsAtOnce));
            inference.see(batch.rows);
            rows += batch.rows.rowCount();
            tell(LoadProgress::Phase::Looking, rows);
        } while (!batch.isEmpty());
        if (!m_file.seek(0))
            return fail(ErrorKind::Io, QStringLiteral("The file cannot be read twice: %1").arg(m_file.errorString()));
        JOINERY_TRY(open());

        schema::Table table;
        table.name = m_request.table;
        JOINERY_TRY_VALUE(const QStringList names, namesAfter(m_fileColumns, m_request.map));
        for (qsizetype i = 0; i < names.size(); ++i) {
            if (names.at(i).isEmpty())
                continue;
            schema::Column column;
            column.name = names.at(i);
            const auto given = m_request.types.constFind(column.name);
            column.type = given != m_request.types.cend() ? *given : storableType(inference.type(int(i)), m_dialect);
            table.columns.push_back(std::move(column));
        }
        if (table.columns.empty())
            return fail(ErrorKind::InvalidInput, QStringLiteral("The first row of the file names no column."));
        return table;
    }

    Status createTable(const schema::Table &table)
    {
        JOINERY_TRY_VALUE(const dialect::SqlSteps steps,
                          m_dialect.render(operation::CreateTable{table}, {}, m_connection.server().versionNumber));
        for (const dialect::SqlStep &step : steps)
            JOINERY_TRY(m_connection.run(step.sql, {}, m_token));
        return {};
    }

    Result<std::vector<std::pair<QString, schema::Type>>> columnsOfTable()
    {
        const QString sql = QStringLiteral("SELECT * FROM %1 WHERE 1 = 0").arg(m_dialect.quote(m_request.table));
        JOINERY_TRY_VALUE(const auto cursor, m_connection.execute(sql, m_token));
        std::vector<std::pair<QString, schema::Type>> columns;
        for (const driver::ColumnInfo &column : cursor->columns())
            columns.emplace_back(column.name, column.type);
        driver::RowBlock none;
        JOINERY_TRY(cursor->read(none, 1));
        return columns;
    }

    void tell(LoadProgress::Phase phase, qint64 rows) const
    {
        if (m_request.progress)
            m_request.progress({phase, rows, m_reader->bytesRead()});
    }

    /// One stream: the quickest way, and the first bad row ends it.
    Status loadInOne()
    {
        JOINERY_TRY_VALUE(const std::unique_ptr<driver::BulkInsert> insert, startInsert());
        LineMap lines;
        RowBatch batch;
        qint64 sent = 0;
        for (;;) {
            JOINERY_TRY(m_token.check());
            JOINERY_TRY(m_reader->read(batch, kRowsAtOnce));
            if (batch.isEmpty())
                break;
            if (!batch.bad.empty())
                return fail(ErrorKind::Data, QStringLiteral("Line %1: %2.").arg(batch.bad.front().line).arg(batch.bad.front().reason));
            for (size_t i = 0; i < batch.lines.size(); ++i)
                lines.add(sent + qint64(i), batch.lines[i]);
            const driver::RowBlock &rows = m_columns.converted(batch.rows);
            if (Status status = insert->write(rows, 0, rows.rowCount()); !status)
                return fail(atLine(std::move(status).error(), lines.lineOf(insert->failedRow())));
            sent += rows.rowCount();
            tell(LoadProgress::Phase::Loading, sent);
        }
        if (Status status = insert->finish(); !status)
            return fail(atLine(std::move(status).error(), lines.lineOf(insert->failedRow())));
        count(*insert, sent);
        return {};
    }

    /// A savepoint for each batch, so that the rows around a bad one can be taken.
    Status loadByBatches()
    {
        RowBatch batch;
        qint64 seen = 0;
        for (;;) {
            JOINERY_TRY(m_token.check());
            JOINERY_TRY(m_reader->read(batch, kRowsAtOnce));
            if (batch.isEmpty())
                return {};
            for (const BadRow &bad : batch.bad)
                JOINERY_TRY(skip(bad));
            const driver::RowBlock &rows = m_columns.converted(batch.rows);
            JOINERY_TRY(loadRange(batch, rows, 0, rows.rowCount()));
            seen += rows.rowCount();
            tell(LoadProgress::Phase::Loading, seen);
        }
    }

    /// Rows `from` to `to`: all of them, or those before and behind a bad one. Where the engine does not tell which it
    /// was, each half by itself.
    Status loadRange(const RowBatch &batch, const driver::RowBlock &rows, int from, int to)
    {
        while (from < to) {
            qint64 failed = -1;
            const Status status = tryRange(rows, from, to, failed);
            if (status)
                return {};
            if (!isAboutARow(status.error()))
                return fail(status.error());
            const int bad = failed >= 0 && failed < to - from ? from + int(failed) : to - from == 1 ? from : -1;
            if (bad < 0) {
                const int middle = from + (to - from) / 2;
                JOINERY_TRY(loadRange(batch, rows, from, middle));
                from = middle;
                continue;
            }
            JOINERY_TRY(loadRange(batch, rows, from, bad));
            JOINERY_TRY(skip({batch.lines[size_t(bad)], sentence(status.error()), asCsv(batch.rows, bad)}));
            from = bad + 1;
        }
        return {};
    }

    Status tryRange(const driver::RowBlock &rows, int from, int to, qint64 &failed)
    {
        static const QString kName = QStringLiteral("joinery_load");
        JOINERY_TRY(m_connection.savepoint(kName));
        Status status;
        {
            auto insert = startInsert();
            if (!insert)
                return fail(std::move(insert).error());
            status = (*insert)->write(rows, from, to - from);
            if (status)
                status = (*insert)->finish();
            if (status)
                count(**insert, to - from);
            failed = (*insert)->failedRow();
        }
        if (status)
            return m_connection.release(kName);
        if (isAboutARow(status.error())) {
            JOINERY_TRY(m_connection.rollbackTo(kName));
            JOINERY_TRY(m_connection.release(kName));
        }
        return status;
    }

    /// A full disk, a lost connection or a cancellation is not the fault of a row.
    static bool isAboutARow(const Error &error)
    {
        switch (error.kind) {
        case ErrorKind::Unique:
        case ErrorKind::NotNull:
        case ErrorKind::ForeignKey:
        case ErrorKind::Check:
        case ErrorKind::Data: return true;
        // What a trigger or a function says of a row.
        case ErrorKind::Server: return error.damage == Damage::Statement || error.damage == Damage::Transaction;
        default: return false;
        }
    }

    Status skip(const BadRow &row)
    {
        ++m_report.skipped;
        return m_request.bad ? m_request.bad(row) : Status();
    }

    static QByteArray asCsv(const driver::RowBlock &rows, int row)
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        CsvOptions options;
        options.header = false;
        CsvWriter writer(buffer, options);
        driver::RowBlock one(rows.columnCount());
        one.appendRow(rows, row);
        (void)writer.begin({});
        (void)writer.write(one);
        (void)writer.end();
        return buffer.data().trimmed();
    }

    driver::Connection &m_connection;
    const dialect::Dialect &m_dialect;
    QIODevice &m_file;
    const LoadRequest &m_request;
    CancelToken m_token;
    std::unique_ptr<RowReader> m_reader;
    QStringList m_fileColumns;
    LoadColumns m_columns;
    driver::BulkTarget m_target;
    QStringList m_key; ///< where rows may be there already
    LoadReport m_report;
    bool m_made = false; ///< a table that a rollback leaves
};

} // namespace

Result<LoadReport> load(driver::Connection &connection, const dialect::Dialect &dialect, QIODevice &file,
                        const LoadRequest &request, const CancelToken &token)
{
    return Load(connection, dialect, file, request, token).run();
}

} // namespace joinery::transfer
