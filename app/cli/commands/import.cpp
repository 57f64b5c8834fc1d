// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/script.h"
#include "app/cli/source.h"

#include <QJsonArray>

namespace joinery::cli {

namespace {

class Import : public Command
{
public:
    Import() : Command("import", "Read a schema into the models of the project") {}

    void declare(Arguments &arguments) override
    {
        arguments.required(m_source, "source", "A URL, a SQLite file, a .sql script, a .dbml file, a project folder, or -");
        arguments.optional(m_baseline, "--baseline", "Also write a first revision with this message that creates it all");
        arguments.choice(m_dialect, "--dialect", dialectNames(), "Whose SQL a script is in (default: SQLite)");
        arguments.optional(m_via, "--via", "A server that runs a .sql script, on a scratch database that is dropped again");
        arguments.list(m_schemas, "--schema", "Only this schema; may be given several times");
    }

    Result<ExitCode> run(Context &context) override
    {
        JOINERY_TRY_VALUE(project::Project project, context.openProject());
        JOINERY_TRY_VALUE(Source source, readSource(context, m_source, {m_dialect, m_schemas, m_via}));
        for (const Finding &finding : source.findings)
            context.output().finding(finding);
        JOINERY_TRY_VALUE(const schema::Catalog models, project.importCatalog(std::move(source.catalog), m_baseline));
        if (source.url && project.environments().empty()) {
            // From now on the project knows its database; the password is not kept.
            project.setEnvironment(project::Environment::of(QStringLiteral("development"), *source.url));
            JOINERY_TRY(project.save());
            context.output().note(QStringLiteral("The environment \"development\" is %1.").arg(source.url->toDisplayString()));
        }
        JOINERY_TRY_VALUE(const migration::History history, project.revisions().load());
        if (context.options().json)
            JOINERY_TRY(context.output().write(
                QJsonObject{{QStringLiteral("tables"), qint64(models.tables.size())},
                            {QStringLiteral("views"), qint64(models.views.size())},
                            {QStringLiteral("heads"), QJsonArray::fromStringList(history.graph().headIds())}}));
        context.output().note(QStringLiteral("%1 tables and %2 views are in the models of \"%3\".")
                                  .arg(models.tables.size()).arg(models.views.size()).arg(project.name()));
        if (m_baseline)
            context.output().note(QStringLiteral("`joinery-cli stamp head` says that the database stands there already."));
        return ExitCode::Done;
    }

private:
    QString m_source, m_dialect, m_via;
    std::optional<QString> m_baseline;
    QStringList m_schemas;
};

} // namespace

std::unique_ptr<Command> makeImport()
{
    return std::make_unique<Import>();
}

} // namespace joinery::cli
