// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/migration_session.h"
#include "app/cli/revision_text.h"
#include "core/migration/drift.h"
#include "core/operation/apply.h"

#include <QJsonArray>

namespace joinery::cli {

namespace {

class Check : public Command
{
public:
    Check() : Command("check", "Does the database match its revision, and the head the models?") {}

    void declare(Arguments &arguments) override
    {
        arguments.flag(m_adopt, "--adopt", "Make a revision of what is in the database and in no revision, put it into the models, and stamp the database with it");
        arguments.optional(m_message, "-m,--message", "With --adopt: what the revision does");
    }

    Result<ExitCode> run(Context &context) override
    {
        JOINERY_TRY_VALUE(const ProjectHistory session, openHistory(context));
        JOINERY_TRY_VALUE(const schema::Catalog models, session.project.loadModels());
        driver::ConnectOptions readOnly;
        readOnly.readOnly = true;
        JOINERY_TRY_VALUE(Database database, context.openDatabase(readOnly));
        JOINERY_TRY_VALUE(const migration::Drift drift,
                          migration::checkDrift(*database.connection, *database.dialect, session.history, &models,
                                                context.token()));
        context.showNotices(*database.connection);
        JOINERY_TRY(context.options().json ? context.output().write(json(drift)) : context.output().write(text(drift)));
        if (m_adopt)
            return adopt(context, session, database, models, drift);
        const bool clean = drift.live.isEmpty() && drift.pendingModels.isEmpty();
        if (clean)
            context.output().note(QStringLiteral("The database matches its revision, and the models match the head."));
        return clean ? ExitCode::Done : ExitCode::Findings;
    }

private:
    /// Nothing is done to the tables: the database has it all already.
    Result<ExitCode> adopt(Context &context, const ProjectHistory &session, Database &readOnly, schema::Catalog models, const migration::Drift &drift)
    {
        if (m_message.isEmpty())
            return context.usage(QStringLiteral("--adopt makes a revision: say what it does with -m MESSAGE."));
        if (drift.live.isEmpty()) {
            context.output().note(QStringLiteral("There is nothing to adopt."));
            return ExitCode::Done;
        }
        const QStringList heads = session.history.graph().headIds();
        if (!drift.atHead || heads.size() != 1)
            return fail(ErrorKind::Conflict, QStringLiteral("The database has to stand at the one head of the project before its changes can become the next revision."));
        migration::Revision revision;
        revision.id = migration::Revision::newId();
        revision.parents = heads;
        revision.message = m_message;
        revision.created = QDateTime::currentDateTimeUtc();
        revision.dialect = readOnly.dialect->name();
        revision.operations = drift.live.operations;
        JOINERY_TRY(operation::applyAll(models, revision.operations));
        schema::assignUids(models);
        std::vector<migration::Revision> revisions = session.history.revisions();
        revisions.push_back(revision);
        JOINERY_TRY_VALUE(const migration::History history, migration::History::build(std::move(revisions)));
        JOINERY_TRY(history.catalogAtHeads()); // it fits what is below it
        JOINERY_TRY(session.project.revisions().add(revision));
        JOINERY_TRY(session.project.saveModels(models));
        JOINERY_TRY_VALUE(Database database, context.openDatabase());
        migration::Executor executor(history, *database.dialect, *database.connection, [&] { return joinery::connect(database.url, {}, context.token()); });
        JOINERY_TRY_VALUE(const migration::ExecutionReport report, executor.stamp(revision.id, {}, context.token()));
        if (report.failure)
            return fail(Error(*report.failure));
        context.output().note(QStringLiteral("Revision %1 holds what was in no revision; the database is at it.").arg(revision.id));
        return ExitCode::Done;
    }

    static QJsonObject json(const migration::Drift &drift)
    {
        return {{QStringLiteral("current"), QJsonArray::fromStringList(drift.current)},
                {QStringLiteral("at_head"), drift.atHead},
                {QStringLiteral("drift"), operationsJson(drift.live.operations)},
                {QStringLiteral("pending"), operationsJson(drift.pendingModels.operations)}};
    }

    static QString text(const migration::Drift &drift)
    {
        const QString at = drift.current.isEmpty() ? QStringLiteral("base") : drift.current.join(QStringLiteral(", "));
        QString text = QStringLiteral("The database is at %1%2.\n")
                           .arg(at, drift.atHead ? QStringLiteral(" (head)") : QString());
        if (!drift.live.isEmpty())
            text += QStringLiteral("\nIn the database, and in no revision:\n") + operationLines(drift.live.operations);
        if (!drift.pendingModels.isEmpty())
            text += QStringLiteral("\nIn the models, and in no revision:\n") + operationLines(drift.pendingModels.operations);
        return text;
    }

    QString m_message;
    bool m_adopt = false;
};

} // namespace

std::unique_ptr<Command> makeCheck()
{
    return std::make_unique<Check>();
}

} // namespace joinery::cli
