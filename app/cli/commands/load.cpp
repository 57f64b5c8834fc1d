// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/input.h"
#include "app/cli/result_format.h"
#include "core/transfer/bad_row_report.h"
#include "core/transfer/load.h"

#include <QJsonArray>

namespace joinery::cli {

namespace {

class Load : public Command
{
public:
    Load() : Command("load", "Load a file into a table: one transaction, and nothing is left after an error") {}

    void declare(Arguments &arguments) override
    {
        arguments.required(m_table, "table", "The table");
        arguments.required(m_file, "file", "CSV, JSON or NDJSON; - is stdin");
        arguments.choice(m_format, "--format", {QStringLiteral("csv"), QStringLiteral("json"), QStringLiteral("ndjson")},
                         "Default: from the name of the file, else csv");
        arguments.flag(m_create, "--create", "Make the table; the whole file is looked through for the types of its columns");
        arguments.list(m_map, "--map", "FROM=TO: the file's column FROM goes to the table's column TO; FROM= leaves it out");
        arguments.optional(m_null, "--null", "What stands for NULL in a CSV file where it is not quoted (default: nothing)");
        arguments.optional(m_onError, "--on-error",
                       "stop (default), skip: leave rows out that cannot be read or that the database refuses, or "
                       "report FILE: the same, with line, error and text of each in FILE");
        arguments.choice(m_onConflict, "--on-conflict", {QStringLiteral("stop"), QStringLiteral("skip"), QStringLiteral("update")},
                         "Rows whose key is in the table: stop (default), skip them, or update the columns that the file has");
        arguments.list(m_key, "--key", "The columns of the key for --on-conflict (default: the primary key, or a UNIQUE that the file has)");
        arguments.optional(m_separator, "--delimiter", "What separates the fields of a CSV file, or tab (default: from the file)");
        arguments.optional(m_encoding, "--encoding", "utf-8, utf-16le, utf-16be or windows-1252 (default: from the file)");
        arguments.optional(m_quote, "--quote", "What stands around fields of a CSV file, or none (default: \")");
        arguments.choice(m_decimal, "--decimal", {QStringLiteral("point"), QStringLiteral("comma")},
                         "What stands before the fraction of numbers in a CSV file (default: from the file)");
        arguments.flag(m_noHeader, "--no-header", "The first row of a CSV file is no row of names: they are c1, c2, ...");
    }

    Result<ExitCode> run(Context &context) override
    {
        transfer::LoadRequest request;
        JOINERY_TRY(readOptions(context, request));
        JOINERY_TRY_VALUE(const std::unique_ptr<QFile> file, openInput(m_file));
        JOINERY_TRY_VALUE(request.shape, transfer::guessShape(*file, m_file, transfer::fileFormatOf(m_format)));
        JOINERY_TRY(correct(context, request.shape));
        JOINERY_TRY_VALUE(Database database, context.openDatabase());
        request.table = parseName(m_table, database);
        const qint64 size = file->size();
        request.progress = [&context, size](const transfer::LoadProgress &progress) {
            const qint64 percent = size > 0 ? progress.bytes * 100 / size : 100;
            const bool looking = progress.phase == transfer::LoadProgress::Phase::Looking;
            context.output().progress((looking ? QStringLiteral("looking for types: %1 rows, %2 %") : QStringLiteral("%1 rows, %2 %"))
                                          .arg(progress.rows).arg(percent));
        };
        transfer::BadRowReport report(m_report);
        if (!m_report.isEmpty()) {
            JOINERY_TRY(report.open());
            request.bad = [&report](const transfer::BadRow &row) { return report.write(row); };
        }
        auto loaded = transfer::load(*database.connection, *database.dialect, *file, request, context.token());
        context.showNotices(*database.connection);
        // What was wrong is worth knowing, also where the load failed in the end.
        const Status reported = m_report.isEmpty() ? Status() : report.commit();
        if (!loaded)
            return fail(inFile(std::move(loaded).error()));
        JOINERY_TRY(reported);
        return tell(context, *loaded);
    }

private:
    Status readOptions(Context &context, transfer::LoadRequest &request)
    {
        request.create = m_create;
        for (const QString &pair : m_map) {
            const qsizetype sign = pair.indexOf(u'=');
            if (sign <= 0)
                return context.usage(QStringLiteral("\"%1\" is no --map: write FROM=TO, or FROM= to leave a column out.").arg(pair));
            request.map.emplace_back(pair.left(sign), pair.mid(sign + 1));
        }
        // The command line joins "report FILE" into one value (application.cpp).
        m_report = m_onError.startsWith(QStringLiteral("report=")) ? m_onError.sliced(7) : QString();
        if (!m_onError.isEmpty() && m_onError != u"stop" && m_onError != u"skip" && m_report.isEmpty())
            return context.usage(QStringLiteral("--on-error is stop, skip or report FILE."));
        if (m_onConflict == u"skip")
            request.onConflict = transfer::OnConflict::Skip;
        else if (m_onConflict == u"update")
            request.onConflict = transfer::OnConflict::Update;
        else if (!m_key.isEmpty())
            return context.usage(QStringLiteral("--key says by which columns --on-conflict skip or update finds rows: give one of them."));
        for (const QString &columns : m_key)
            request.key += columns.split(u',', Qt::SkipEmptyParts);
        request.skipBad = !m_onError.isEmpty() && m_onError != u"stop";
        return {};
    }

    Status correct(Context &context, transfer::FileShape &shape) const
    {
        shape.csv.null = m_null.toUtf8();
        shape.csv.header = !m_noHeader;
        if (!m_encoding.isEmpty()) {
            const auto encoding = transfer::encodingOf(m_encoding);
            if (!encoding)
                return context.usage(QStringLiteral("\"%1\" is no --encoding: utf-8, utf-16le, utf-16be or windows-1252.").arg(m_encoding));
            shape.csv.encoding = *encoding;
        }
        if (!m_separator.isEmpty()) {
            const auto separator = separatorOf(m_separator);
            if (!separator)
                return context.usage(QStringLiteral("--delimiter is one character, or tab."));
            shape.csv.separator = *separator;
        }
        if (!m_quote.isEmpty()) {
            const QByteArray quote = m_quote == u"none" ? QByteArray(1, '\0') : m_quote.toUtf8();
            if (quote.size() != 1 || quote.front() == shape.csv.separator || quote == "\n")
                return context.usage(QStringLiteral("--quote is one character that is not the delimiter, or none."));
            shape.csv.quote = quote.front();
        }
        if (!m_decimal.isEmpty())
            shape.csv.decimalComma = m_decimal == u"comma";
        return {};
    }

    Error inFile(Error error) const
    {
        if (error.message.startsWith(QStringLiteral("Line ")))
            error.message = m_file + QStringLiteral(": l") + error.message.sliced(1);
        return error;
    }

    Result<ExitCode> tell(Context &context, const transfer::LoadReport &report) const
    {
        if (context.options().json) {
            QJsonObject columns;
            if (report.created) {
                for (const schema::Column &column : report.created->columns)
                    columns.insert(column.name, column.type.toString());
            }
            QJsonObject document{{QStringLiteral("rows"), report.rows}, {QStringLiteral("skipped"), report.skipped},
                                 {QStringLiteral("updated"), report.updated}, {QStringLiteral("kept"), report.kept}};
            if (report.created)
                document.insert(QStringLiteral("created"), columns);
            JOINERY_TRY(context.output().write(document));
        }
        if (report.created) {
            QStringList columns;
            for (const schema::Column &column : report.created->columns)
                columns.append(column.name + u' ' + column.type.toString());
            context.output().note(QStringLiteral("Table %1 was made, with types that the whole file was looked through for: %2.")
                                      .arg(m_table, columns.join(QStringLiteral(", "))));
        }
        for (const QString &note : report.notes)
            context.output().note(note);
        context.output().note(QStringLiteral("%1 rows loaded.").arg(report.rows));
        if (report.updated > 0)
            context.output().note(QStringLiteral("%1 rows updated.").arg(report.updated));
        if (report.kept > 0)
            context.output().note(QStringLiteral("%1 rows were there already and stay as they are.").arg(report.kept));
        if (report.skipped > 0)
            context.output().note(QStringLiteral("%1 rows left out%2.").arg(report.skipped)
                                      .arg(m_report.isEmpty() ? QString() : QStringLiteral("; see ") + m_report));
        return ExitCode::Done;
    }

    QString m_table, m_file, m_format, m_null, m_separator, m_encoding, m_onError, m_report, m_onConflict, m_quote, m_decimal;
    QStringList m_map, m_key;
    bool m_create = false, m_noHeader = false;
};

} // namespace

std::unique_ptr<Command> makeLoad()
{
    return std::make_unique<Load>();
}

} // namespace joinery::cli
