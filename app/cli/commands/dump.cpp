// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/output_file.h"
#include "app/cli/result_format.h"
#include "core/driver/csv_source.h"
#include "core/transfer/copy_rows.h"
#include "core/transfer/output_shape.h"
#include "core/transfer/some_columns.h"

#include <QFileInfo>

namespace joinery::cli {

namespace {

class Dump : public Command
{
public:
    Dump() : Command("dump", "Write a table or the rows of a query to a file, streaming") {}

    void declare(Arguments &arguments) override
    {
        arguments.required(m_table, "table", "The table; with -q left out");
        arguments.optional(m_file, "file", "- is stdout");
        arguments.optional(m_sql, "-q,--query", "The rows of this statement instead of a table");
        arguments.choice(m_format, "--format", fileFormats(), "Default: from the name of the file");
        arguments.optional(m_into, "--into", "sql: the table that the INSERT statements name (default: the one that is dumped)");
        arguments.optional(m_columns, "--columns", "A,B: these columns alone, in this order");
        arguments.optional(m_separator, "--delimiter", "csv: what separates the fields, or tab (default: a comma)");
        arguments.optional(m_encoding, "--encoding", "utf-8 (default), utf-8-mark for Excel, utf-16le, utf-16be or windows-1252");
        arguments.flag(m_noHeader, "--no-header", "csv, tsv: no row of names");
        arguments.optional(m_null, "--null", "What stands for NULL: in csv and tsv nothing, in md NULL where it is not given");
    }

    Result<ExitCode> run(Context &context) override
    {
        if (m_sql.isEmpty() == m_file.isEmpty())
            return context.usage(QStringLiteral("Give TABLE FILE, or -q SQL FILE."));
        const QString target = m_sql.isEmpty() ? m_file : m_table;
        const bool toStdout = target == QLatin1String("-");
        if (m_format.isEmpty())
            m_format = toStdout ? QStringLiteral("csv") : QFileInfo(target).suffix().toLower();
        if (m_format == u"markdown")
            m_format = QStringLiteral("md");
        if (!fileFormats().contains(m_format))
            return context.usage(QStringLiteral("\"%1\" says nothing of its format: give --format %2.")
                                     .arg(target, fileFormats().join(u'|')));
        if (m_format == u"sql" && !m_sql.isEmpty() && m_into.isEmpty())
            return context.usage(QStringLiteral("INSERT statements need the name of a table: give --into TABLE."));
        JOINERY_TRY(readShape(context));
        driver::ConnectOptions readOnly;
        readOnly.readOnly = true;
        JOINERY_TRY_VALUE(Database database, context.openDatabase(readOnly));
        const QString sql = m_sql.isEmpty() ? QString(QStringLiteral("SELECT * FROM ") +
                                                      database.dialect->quote(parseName(m_table, database)))
                                            : m_sql;
        if (toStdout)
            return copy(context, database, sql, context.output().device());

        // A dump that fails leaves what was there before.
        OutputFile file(target);
        JOINERY_TRY(file.open());
        JOINERY_TRY(copy(context, database, sql, file.device()));
        JOINERY_TRY(file.commit());
        return ExitCode::Done;
    }

private:
    Status readShape(Context &context)
    {
        using transfer::OutputFormat;
        const auto known = std::ranges::find(transfer::kOutputFormats, m_format, transfer::endingOf);
        m_shape.format = known == std::end(transfer::kOutputFormats) ? OutputFormat::Csv : *known; // tsv
        m_shape.csv.separator = m_format == u"tsv" ? '\t' : ',';
        m_shape.csv.null = m_null.toUtf8();
        m_shape.csv.header = !m_noHeader;
        if (!m_null.isEmpty())
            m_shape.markdownNull = m_null.toUtf8();
        if (!m_separator.isEmpty()) {
            const auto separator = separatorOf(m_separator);
            if (!separator)
                return context.usage(QStringLiteral("--delimiter is one character, or tab."));
            m_shape.csv.separator = *separator;
        }
        if (!m_encoding.isEmpty()) {
            const bool marked = m_encoding == u"utf-8-mark";
            const auto encoding = marked ? transfer::Encoding::Utf8 : transfer::encodingOf(m_encoding);
            if (!encoding)
                return context.usage(QStringLiteral("\"%1\" is no --encoding: utf-8, utf-8-mark, utf-16le, utf-16be or windows-1252.").arg(m_encoding));
            m_shape.encoding = *encoding;
            m_shape.mark = marked || *encoding == transfer::Encoding::Utf16Le || *encoding == transfer::Encoding::Utf16Be;
        }
        return {};
    }

    Result<std::vector<int>> wanted(const std::vector<driver::ColumnInfo> &columns) const
    {
        std::vector<int> positions;
        for (const QString &name : m_columns.split(u',', Qt::SkipEmptyParts)) {
            const auto found = std::ranges::find(columns, name, &driver::ColumnInfo::name);
            if (found == columns.end()) {
                QStringList names;
                for (const driver::ColumnInfo &column : columns)
                    names.append(column.name);
                return fail(ErrorKind::InvalidInput, QStringLiteral("The rows have no column \"%1\". They have: %2.").arg(name, names.join(QStringLiteral(", "))));
            }
            positions.push_back(int(found - columns.begin()));
        }
        return positions;
    }

    Result<ExitCode> copy(Context &context, Database &database, const QString &sql, QIODevice &target)
    {
        JOINERY_TRY_VALUE(const bool copied, copyAtServer(context, database, sql, target));
        if (copied)
            return ExitCode::Done;
        const std::unique_ptr<QIODevice> sink = transfer::makeSink(target, m_shape);
        QIODevice &device = sink ? *sink : target;
        JOINERY_TRY_VALUE(std::unique_ptr<transfer::RowWriter> writer, makeWriter(context, database, device));
        JOINERY_TRY_VALUE(const std::unique_ptr<driver::Cursor> cursor, database.connection->execute(sql, context.token()));
        if (cursor->columns().empty())
            return fail(ErrorKind::InvalidInput, QStringLiteral("The statement gives no rows."));
        if (!m_columns.isEmpty()) {
            JOINERY_TRY_VALUE(std::vector<int> columns, wanted(cursor->columns()));
            writer = std::make_unique<transfer::SomeColumns>(device, std::move(writer), std::move(columns));
        }
        JOINERY_TRY_VALUE(const qint64 rows,
                          transfer::copyRows(*cursor, *writer, context.token(), [&context](qint64 count) {
                              context.output().progress(QStringLiteral("%1 rows").arg(count));
                          }));
        context.showNotices(*database.connection);
        context.output().note(QStringLiteral("%1 rows written.").arg(rows));
        return ExitCode::Done;
    }

    /// True where the server wrote the file itself.
    Result<bool> copyAtServer(Context &context, Database &database, const QString &sql, QIODevice &device) const
    {
        auto *source = dynamic_cast<driver::CsvSource *>(database.connection.get());
        const bool asItComes = m_shape.csv.header && m_columns.isEmpty() && m_shape.encoding == transfer::Encoding::Utf8 && !m_shape.mark;
        if (!source || !asItComes || (m_format != u"csv" && m_format != u"tsv"))
            return false;
        const driver::CsvForm form{m_shape.csv.separator, m_null.toUtf8()};
        JOINERY_TRY_VALUE(const std::optional<qint64> rows, source->copyCsv(sql, form, device, context.token(), [&context](qint64 count) {
            context.output().progress(QStringLiteral("%1 rows").arg(count));
        }));
        if (!rows)
            return false;
        context.showNotices(*database.connection);
        context.output().note(QStringLiteral("%1 rows written.").arg(*rows));
        return true;
    }

    Result<std::unique_ptr<transfer::RowWriter>> makeWriter(Context &context, Database &database, QIODevice &device)
    {
        m_shape.table = parseName(m_into.isEmpty() ? m_table : m_into, database);
        if (m_format == u"sql" && m_sql.isEmpty()) {
            // What the server computes, an INSERT may not name.
            JOINERY_TRY_VALUE(const dialect::Inspection inspection,
                              database.dialect->inspect(*database.connection, {}, context.token()));
            const schema::Table *table = inspection.catalog.table(parseName(m_table, database));
            for (const schema::Column &column : table ? table->columns : std::vector<schema::Column>()) {
                if (column.computed)
                    m_shape.leftOut.append(column.name);
            }
        }
        return transfer::makeRowWriter(device, m_shape, *database.dialect);
    }

    QString m_table, m_file, m_sql, m_format, m_into, m_null, m_columns, m_separator, m_encoding;
    bool m_noHeader = false;
    transfer::OutputShape m_shape;
};

} // namespace

std::unique_ptr<Command> makeDump()
{
    return std::make_unique<Dump>();
}

} // namespace joinery::cli
