// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/catalog_tree.h"
#include "app/cli/commands/commands.h"
#include "app/cli/script.h"
#include "app/cli/source.h"
#include "core/dialect/adapt.h"
#include "core/interop/dbml/dbml.h"
#include "core/interop/mermaid/mermaid.h"
#include "core/schema/catalog_json.h"

namespace joinery::cli {

namespace {

class Inspect : public Command
{
public:
    Inspect() : Command("inspect", "Print a schema") {}

    void declare(Arguments &arguments) override
    {
        arguments.optional(m_source, "source",
                           "A URL, a SQLite file, a .sql script, a .dbml file, a project folder (DIR@REV), or - (default: the database "
                           "of --url or --env)");
        arguments.choice(m_format, "--format", {QStringLiteral("tree"), QStringLiteral("json"), QStringLiteral("sql"), QStringLiteral("dbml"), QStringLiteral("mermaid")},
                         "tree (default), json, sql: a script that makes it again, or the notations of diagrams dbml and mermaid");
        arguments.choice(m_dialect, "--dialect", dialectNames(), "Whose SQL is written, or read from a script");
        arguments.optional(m_via, "--via", "A server that runs a .sql script, on a scratch database that is dropped again");
        arguments.list(m_schemas, "--schema", "Only this schema; may be given several times");
    }

    Result<ExitCode> run(Context &context) override
    {
        if (m_format.isEmpty())
            m_format = context.options().json ? QStringLiteral("json") : QStringLiteral("tree");
        JOINERY_TRY_VALUE(const Source source, read(context));
        noteFacts(context, source.server);
        for (const Finding &finding : source.findings)
            context.output().finding(finding);
        JOINERY_TRY(write(context, source));
        return ExitCode::Done;
    }

private:
    /// "SQLite 3.40.1, journal: wal, attached: old"
    static void noteFacts(Context &context, const driver::ServerInfo &server)
    {
        QStringList parts{server.product + u' ' + server.version};
        for (const auto &[what, value] : server.facts)
            parts.append(what + QStringLiteral(": ") + value);
        if (parts.size() > 1)
            context.output().note(parts.join(QStringLiteral(", ")));
    }

    Result<Source> read(Context &context)
    {
        const SourceOptions options{m_dialect, m_schemas, m_via};
        if (!m_source.isEmpty())
            return readSource(context, m_source, options);
        JOINERY_TRY_VALUE(const driver::Url url, context.databaseUrl());
        return readDatabase(context, url, options);
    }

    Status write(Context &context, const Source &source)
    {
        if (m_format == QLatin1String("json"))
            return context.output().write(schema::toJson(source.catalog));
        if (m_format == QLatin1String("sql"))
            return writeScript(context, source);
        if (m_format == QLatin1String("dbml") || m_format == QLatin1String("mermaid"))
            return writeNotation(context, source);
        return context.output().write(catalogTree(source.catalog, *source.dialect));
    }

    /// In another engine's words where --dialect says so; what gets lost is told.
    Status writeNotation(Context &context, const Source &source)
    {
        const bool script = m_source.endsWith(QLatin1String(".sql"), Qt::CaseInsensitive);
        const dialect::Dialect &dialect = m_dialect.isEmpty() || script ? *source.dialect : *findDialect(m_dialect);
        const dialect::Adapted adapted = dialect::adapt(source.catalog, dialect, serverVersion(dialect, {&source}));
        std::vector<Finding> findings = adapted.findings;
        const QString text = m_format == QLatin1String("dbml") ? interop::writeDbml(adapted.catalog, dialect, findings)
                                                               : interop::writeMermaid(adapted.catalog, dialect, findings);
        for (const Finding &finding : findings)
            context.output().finding(finding);
        return context.output().write(text);
    }

    Status writeScript(Context &context, const Source &source)
    {
        const dialect::Dialect &dialect = m_dialect.isEmpty() ? *source.dialect : *findDialect(m_dialect);
        JOINERY_TRY_VALUE(const dialect::SqlSteps steps, dialect::createScript(dialect, source.catalog, serverVersion(dialect, {&source})));
        return context.output().write(scriptText(steps, dialect));
    }

    QString m_source, m_format, m_dialect, m_via;
    QStringList m_schemas;
};

} // namespace

std::unique_ptr<Command> makeInspect()
{
    return std::make_unique<Inspect>();
}

} // namespace joinery::cli
