// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/input.h"
#include "app/cli/parameters.h"
#include "app/cli/result_format.h"
#include "core/sql/script_reader.h"
#include "core/transfer/copy_data.h"
#include "core/transfer/copy_rows.h"

#include <QBuffer>

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
        arguments.optional(m_timeout, "--timeout", "Stop a statement that takes longer than this many seconds");
        arguments.list(m_parameters, "-p,--param",
                       "name=text for :name in the SQL; name:=5, name:=true, name:=null for other values");
    }

    Result<ExitCode> run(Context &context) override
    {
        if (m_format.isEmpty())
            m_format = context.options().json ? QStringLiteral("json") : QStringLiteral("table");
        JOINERY_TRY_VALUE(const std::unique_ptr<QIODevice> script, openScript(context));
        auto parameters = Parameters::parse(m_parameters);
        if (!parameters)
            return context.usage(parameters.error().message);
        driver::ConnectOptions options;
        if (!m_timeout.isEmpty()) {
            bool isNumber = false;
            options.statementTimeoutSeconds = m_timeout.toDouble(&isNumber);
            if (!isNumber || options.statementTimeoutSeconds <= 0 || options.statementTimeoutSeconds > 1e6)
                return context.usage(QStringLiteral("--timeout wants a number of seconds, not \"%1\".").arg(m_timeout));
        }
        JOINERY_TRY_VALUE(Database database, context.openDatabase(options));
        JOINERY_TRY(check(context, *script, sql::flavorOf(database.dialect->name()), *parameters));
        if (!script->seek(0))
            return fail(ErrorKind::Io, QStringLiteral("%1 cannot be read twice: %2").arg(m_file, script->errorString()));
        sql::ScriptReader reader(*script, sql::flavorOf(database.dialect->name()));
        for (;;) {
            JOINERY_TRY_VALUE(const auto statement, reader.next());
            if (!statement)
                return ExitCode::Done;
            Status status = statement->hasData ? runCopy(context, database, reader, *statement)
                                               : runOne(context, database, statement->text, *parameters);
            context.showNotices(*database.connection);
            if (!status)
                return fail(inScript(std::move(status).error(), *statement));
        }
    }

private:
    Result<std::unique_ptr<QIODevice>> openScript(Context &context) const
    {
        if (m_sql.isEmpty() == m_file.isEmpty())
            return context.usage(QStringLiteral("Give SQL, or a file with -f."));
        if (m_file.isEmpty() && m_sql != QLatin1String("-")) {
            auto text = std::make_unique<QBuffer>();
            text->setData(m_sql.toUtf8());
            text->open(QIODevice::ReadOnly);
            return text;
        }
        return openInput(m_file.isEmpty() ? m_sql : m_file);
    }

    /// Reads the whole script before anything of it runs: nothing is done by halves because a parameter has no value, or
    /// because a format holds one result.
    Status check(Context &context, QIODevice &script, sql::Flavor flavor, const Parameters &parameters)
    {
        sql::ScriptReader reader(script, flavor);
        Parameters::Uses uses(parameters, flavor);
        int results = 0;
        for (;;) {
            JOINERY_TRY(context.token().check());
            JOINERY_TRY_VALUE(const auto statement, reader.next());
            if (!statement)
                break;
            ++m_statements;
            const sql::StatementTraits traits = sql::classify(statement->text, flavor);
            results += traits.kind == sql::StatementTraits::Kind::Query;
            JOINERY_TRY(uses.see(statement->text, traits));
        }
        if (m_statements == 0)
            return context.usage(QStringLiteral("There is no statement to run."));
        if (results > 1 && m_format != QLatin1String("table"))
            return fail(ErrorKind::InvalidInput, severalResults());
        return uses.checkAllUsed();
    }

    static QString severalResults()
    {
        return QStringLiteral("More than one statement gives rows: only --format table prints several results.");
    }

    /// Where a file is meant, the error says on which of its lines.
    Error inScript(Error error, const sql::ScriptReader::Statement &statement) const
    {
        if (m_file.isEmpty() && m_statements < 2)
            return error;
        const QStringView before = QStringView(statement.text).left(error.statement == statement.text ? std::max<qsizetype>(0, error.offset) : 0);
        const QString place = QStringLiteral("line %1").arg(statement.line + before.count(u'\n'));
        const QString sentence = m_file.isEmpty() ? QStringLiteral("In the statement on %1.").arg(place)
                                                  : QStringLiteral("In %1, %2.").arg(m_file, place);
        error.detail += (error.detail.isEmpty() ? QString() : QStringLiteral("\n")) + sentence;
        return error;
    }

    /// COPY ... FROM stdin with its lines, as pg_dump writes it.
    Status runCopy(Context &context, Database &database, sql::ScriptReader &reader, const sql::ScriptReader::Statement &statement)
    {
        JOINERY_TRY_VALUE(const qint64 rows, transfer::CopyData::run(*database.connection, reader, statement, context.token()));
        if (m_statements <= kStatementsToldOf)
            context.output().note(QStringLiteral("%1 rows changed.").arg(rows));
        return {};
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
            // A script of many statements would say it a million times.
            if ((*cursor)->affectedRows() >= 0 && m_statements <= kStatementsToldOf)
                context.output().note(QStringLiteral("%1 rows changed.").arg((*cursor)->affectedRows()));
            return {};
        }
        if (m_hasResult && m_format != QLatin1String("table"))
            return fail(ErrorKind::InvalidInput, severalResults());
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

    static constexpr qint64 kStatementsToldOf = 1000;
    QString m_sql, m_file, m_format, m_null, m_timeout;
    QStringList m_parameters;
    qint64 m_statements = 0;
    bool m_hasResult = false;
};

} // namespace

std::unique_ptr<Command> makeQuery()
{
    return std::make_unique<Query>();
}

} // namespace joinery::cli
