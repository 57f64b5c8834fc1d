// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/output_file.h"
#include "app/cli/result_format.h"
#include "core/driver/csv_source.h"
#include "core/transfer/copy_rows.h"
#include "core/transfer/sql_writer.h"

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
    Result<ExitCode> copy(Context &context, Database &database, const QString &sql, QIODevice &device)
    {
        JOINERY_TRY_VALUE(const bool copied, copyAtServer(context, database, sql, device));
        if (copied)
            return ExitCode::Done;
        JOINERY_TRY_VALUE(const std::unique_ptr<transfer::RowWriter> writer, makeWriter(context, database, device));
        JOINERY_TRY_VALUE(const std::unique_ptr<driver::Cursor> cursor, database.connection->execute(sql, context.token()));
        if (cursor->columns().empty())
            return fail(ErrorKind::InvalidInput, QStringLiteral("The statement gives no rows."));
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
        if (!source || (m_format != u"csv" && m_format != u"tsv"))
            return false;
        const driver::CsvForm form{m_format == u"tsv" ? '\t' : ',', m_null.toUtf8()};
        JOINERY_TRY_VALUE(const std::optional<qint64> rows, source->copyCsv(sql, form, device, context.token(), [&context](qint64 count) {
            context.output().progress(QStringLiteral("%1 rows").arg(count));
        }));
        if (!rows)
            return false;
        context.showNotices(*database.connection);
        context.output().note(QStringLiteral("%1 rows written.").arg(*rows));
        return true;
    }

    Result<std::unique_ptr<transfer::RowWriter>> makeWriter(Context &context, Database &database, QIODevice &device) const
    {
        if (m_format != u"sql")
            return makeRowWriter(m_format, device, m_null);
        const schema::Name name = parseName(m_into.isEmpty() ? m_table : m_into, database);
        QStringList generated;
        if (m_sql.isEmpty()) {
            // What the server computes, an INSERT may not name.
            JOINERY_TRY_VALUE(const dialect::Inspection inspection,
                              database.dialect->inspect(*database.connection, {}, context.token()));
            const schema::Table *table = inspection.catalog.table(parseName(m_table, database));
            for (const schema::Column &column : table ? table->columns : std::vector<schema::Column>()) {
                if (column.computed)
                    generated.append(column.name);
            }
        }
        return std::make_unique<transfer::SqlWriter>(device, *database.dialect, name, generated);
    }

    QString m_table, m_file, m_sql, m_format, m_into, m_null;
};

} // namespace

std::unique_ptr<Command> makeDump()
{
    return std::make_unique<Dump>();
}

} // namespace joinery::cli
