// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/migration_session.h"
#include "app/cli/revision_text.h"
#include "core/migration/drift.h"

#include <QJsonArray>

namespace joinery::cli {

namespace {

class Check : public Command
{
public:
    Check() : Command("check", "Does the database match its revision, and the head the models?") {}

    void declare(Arguments &) override {}

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
        const bool clean = drift.live.isEmpty() && drift.pendingModels.isEmpty();
        if (clean)
            context.output().note(QStringLiteral("The database matches its revision, and the models match the head."));
        return clean ? ExitCode::Done : ExitCode::Findings;
    }

private:
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
};

} // namespace

std::unique_ptr<Command> makeCheck()
{
    return std::make_unique<Check>();
}

} // namespace joinery::cli
