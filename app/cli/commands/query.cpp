// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/parameters.h"
#include "app/cli/result_format.h"
#include "core/sql/splitter.h"
#include "core/transfer/copy_rows.h"

#include <QFile>

namespace joinery::cli {

namespace {

class Query : public Command
{
public:
    Query() : Command("query", "Run SQL and print what it gives, streaming") {}

    void declare(Arguments &arguments) override
    {
        arguments.optional(m_sql, "sql", "One statement or several; - reads them from stdin");
        arguments.optional(m_file, "-f,--file", "Read the statements from a file");
        arguments.choice(m_format, "--format", QStringList{QStringLiteral("table")} + dataFormats(),
                         "How rows are printed (default: table)");
        arguments.optional(m_null, "--null", "What stands for NULL in csv and tsv (default: nothing)");
        arguments.list(m_parameters, "-p,--param",
                       "name=text for :name in the SQL; name:=5, name:=true, name:=null for other values");
    }

    Result<ExitCode> run(Context &context) override
    {
        if (m_format.isEmpty())
            m_format = context.options().json ? QStringLiteral("json") : QStringLiteral("table");
        JOINERY_TRY_VALUE(const QString script, readScript(context));
        auto parameters = Parameters::parse(m_parameters);
        if (!parameters)
            return context.usage(parameters.error().message);
        JOINERY_TRY_VALUE(Database database, context.openDatabase());
        const std::vector<sql::ScriptStatement> statements =
            sql::splitScript(script, sql::flavorOf(database.dialect->name()));
        if (statements.empty())
            return context.usage(QStringLiteral("There is no statement to run."));
        JOINERY_TRY(parameters->checkUsed(script, sql::flavorOf(database.dialect->name())));
        for (const sql::ScriptStatement &statement : statements) {
            const Status status = runOne(context, database, statement.in(script), *parameters);
            context.showNotices(*database.connection);
            JOINERY_TRY(status);
        }
        return ExitCode::Done;
    }

private:
    Result<QString> readScript(Context &context) const
    {
        if (m_sql.isEmpty() == m_file.isEmpty())
            return context.usage(QStringLiteral("Give SQL, or a file with -f."));
        if (m_file.isEmpty() && m_sql != QLatin1String("-"))
            return m_sql;
        QFile file(m_file);
        const bool open = m_file.isEmpty() ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
        if (!open)
            return fail(ErrorKind::Io, QStringLiteral("%1 cannot be read: %2").arg(m_file, file.errorString()));
        return QString::fromUtf8(file.readAll());
    }

    Status runOne(Context &context, Database &database, const QString &statement, const Parameters &parameters)
    {
        JOINERY_TRY_VALUE(const Parameters::Bound bound, parameters.bind(statement, *database.dialect));
        auto cursor = database.connection->execute(bound.statement.sql, bound.values, context.token());
        if (!cursor)
            return fail(bound.inSource(std::move(cursor).error(), statement));
        if ((*cursor)->columns().empty()) {
            driver::RowBlock none;
            JOINERY_TRY((*cursor)->read(none, 1));
            if ((*cursor)->affectedRows() >= 0)
                context.output().note(QStringLiteral("%1 rows changed.").arg((*cursor)->affectedRows()));
            return {};
        }
        if (m_hasResult && m_format != QLatin1String("table"))
            return fail(ErrorKind::InvalidInput,
                        QStringLiteral("A second statement gives rows: only --format table prints several results."));
        m_hasResult = true;
        const std::unique_ptr<transfer::RowWriter> writer =
            makeRowWriter(m_format, context.output().device(), m_null);
        auto rows = transfer::copyRows(**cursor, *writer, context.token(), [&context](qint64 count) {
            context.output().progress(QStringLiteral("%1 rows").arg(count));
        });
        if (!rows)
            return fail(bound.inSource(std::move(rows).error(), statement));
        JOINERY_TRY(context.output().flush());
        if (m_format == QLatin1String("table"))
            context.output().note(*rows == 1 ? QStringLiteral("1 row.") : QStringLiteral("%1 rows.").arg(*rows));
        return {};
    }

    QString m_sql, m_file, m_format, m_null;
    QStringList m_parameters;
    bool m_hasResult = false;
};

} // namespace

std::unique_ptr<Command> makeQuery()
{
    return std::make_unique<Query>();
}

} // namespace joinery::cli
