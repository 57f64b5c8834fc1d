// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/revision_text.h"
#include "app/cli/script.h"
#include "core/compare/compare.h"
#include "core/dialect/run_steps.h"

#include <QJsonArray>

namespace joinery::cli {

namespace {

/// The names of both sides are compared as the engine gives them back.
template <class Element>
void removeIf(std::vector<Element> &elements, const std::function<bool(const schema::Name &)> &unwanted)
{
    std::erase_if(elements, [&](const Element &element) { return unwanted(element.name); });
}

class ModelTables : public Command
{
public:
    using Command::Command;

    void declare(Arguments &arguments) override
    {
        arguments.flag(m_dryRun, "--dry-run", "Print the SQL and change nothing");
    }

protected:
    struct Opened
    {
        Database database;
        schema::Catalog models;
        schema::Catalog live;
    };

    Result<Opened> open(Context &context, bool createFile) const
    {
        JOINERY_TRY_VALUE(const project::Project project, context.openProject());
        Opened opened;
        JOINERY_TRY_VALUE(opened.models, project.loadModels());
        driver::ConnectOptions options;
        options.createFile = createFile && !m_dryRun;
        JOINERY_TRY_VALUE(opened.database, context.openDatabase(options));
        JOINERY_TRY_VALUE(dialect::Inspection inspection,
                          opened.database.dialect->inspect(*opened.database.connection, {}, context.token()));
        opened.live = std::move(inspection.catalog);
        return opened;
    }

    Result<ExitCode> finish(Context &context, Opened &opened, const dialect::SqlSteps &steps, const QStringList &tables,
                            const QString &sentence)
    {
        if (m_dryRun) {
            JOINERY_TRY(context.output().write(scriptText(steps, *opened.database.dialect)));
            return ExitCode::Done;
        }
        const Status status = dialect::runSteps(*opened.database.connection, steps, context.token());
        context.showNotices(*opened.database.connection);
        JOINERY_TRY(status);
        if (context.options().json)
            JOINERY_TRY(context.output().write(QJsonObject{{QStringLiteral("tables"), QJsonArray::fromStringList(tables)}}));
        context.output().note(sentence.arg(tables.size()));
        return ExitCode::Done;
    }

    bool isDryRun() const { return m_dryRun; }

private:
    bool m_dryRun = false;
};

class CreateAll : public ModelTables
{
public:
    CreateAll() : ModelTables("create-all", "Create the tables of the models that the database has not") {}

    Result<ExitCode> run(Context &context) override
    {
        JOINERY_TRY_VALUE(Opened opened, open(context, true));
        schema::Catalog missing = opened.models;
        const schema::Catalog &live = opened.live;
        removeIf(missing.tables, [&](const schema::Name &name) { return live.table(name) != nullptr; });
        removeIf(missing.enums, [&](const schema::Name &name) { return live.enumType(name) != nullptr; });
        removeIf(missing.views, [&](const schema::Name &name) { return live.view(name) != nullptr; });
        removeIf(missing.sequences, [&](const schema::Name &name) {
            return std::any_of(live.sequences.begin(), live.sequences.end(),
                               [&](const schema::Sequence &sequence) { return sequence.name == name; });
        });
        std::erase_if(missing.definitions, [&](const schema::Definition &definition) {
            return std::any_of(live.definitions.begin(), live.definitions.end(), [&](const schema::Definition &there) {
                return there.kind == definition.kind && there.name == definition.name &&
                       there.signature == definition.signature && there.table == definition.table;
            });
        });
        QStringList tables;
        for (const schema::Table &table : missing.tables)
            tables.append(table.name.toString());
        JOINERY_TRY_VALUE(const dialect::SqlSteps steps,
                          dialect::createScript(*opened.database.dialect, missing,
                                                opened.database.connection->server().versionNumber));
        return finish(context, opened, steps, tables, QStringLiteral("%1 tables created."));
    }
};

class DropAll : public ModelTables
{
public:
    DropAll() : ModelTables("drop-all", "Drop the tables of the models from the database, with their rows") {}

    void declare(Arguments &arguments) override
    {
        ModelTables::declare(arguments);
        arguments.flag(m_allowDestructive, "--allow-destructive", "Needed: every row of these tables is lost");
    }

    Result<ExitCode> run(Context &context) override
    {
        JOINERY_TRY_VALUE(Opened opened, open(context, false));
        QStringList tables;
        schema::Catalog kept = opened.live;
        removeIf(kept.tables, [&](const schema::Name &name) {
            const bool ours = opened.models.table(name) != nullptr;
            if (ours)
                tables.append(name.toString());
            return ours;
        });
        removeIf(kept.views, [&](const schema::Name &name) { return opened.models.view(name) != nullptr; });
        if (!m_allowDestructive && !isDryRun() && !tables.isEmpty())
            return fail(ErrorKind::Refused, QStringLiteral("This drops %1 tables of %2 with all their rows: %3. "
                                                           "--allow-destructive does it.")
                                                .arg(tables.size())
                                                .arg(opened.database.url.toDisplayString(), tables.join(QStringLiteral(", "))));
        JOINERY_TRY_VALUE(const compare::Difference difference, compare::compare(opened.live, kept));
        JOINERY_TRY_VALUE(const dialect::SqlSteps steps,
                          dialect::renderAll(*opened.database.dialect, difference.operations, opened.live,
                                             opened.database.connection->server().versionNumber));
        return finish(context, opened, steps, tables, QStringLiteral("%1 tables dropped."));
    }

private:
    bool m_allowDestructive = false;
};

} // namespace

std::unique_ptr<Command> makeCreateAll()
{
    return std::make_unique<CreateAll>();
}

std::unique_ptr<Command> makeDropAll()
{
    return std::make_unique<DropAll>();
}

} // namespace joinery::cli
