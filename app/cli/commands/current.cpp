// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/migration_session.h"
#include "app/cli/revision_text.h"

#include <QDir>
#include <QJsonArray>

namespace joinery::cli {

namespace {

class Current : public Command
{
public:
    Current() : Command("current", "The revision that the database stands at") {}

    void declare(Arguments &) override {}

    Result<ExitCode> run(Context &context) override
    {
        driver::ConnectOptions readOnly;
        readOnly.readOnly = true;
        JOINERY_TRY_VALUE(Database database, context.openDatabase(readOnly));
        JOINERY_TRY_VALUE(const QStringList current, currentHeads(context, database));
        JOINERY_TRY_VALUE(const std::optional<migration::HalfApplied> half,
                          migration::Journal(*database.dialect, *database.connection).read(context.token()));
        migration::History history;
        const bool inProject = !context.options().directory.isEmpty() ||
                               !project::Project::find(QDir::currentPath()).isEmpty();
        if (inProject) {
            JOINERY_TRY_VALUE(ProjectHistory session, openHistory(context));
            history = std::move(session.history);
        }
        const migration::History &known = history.reaching(current);
        return context.options().json ? writeJson(context, known, current, half) : writeText(context, known, current, half);
    }

private:
    Result<ExitCode> writeJson(Context &context, const migration::History &history, const QStringList &current,
                               const std::optional<migration::HalfApplied> &half)
    {
        QJsonArray revisions;
        for (const QString &id : current) {
            const migration::Revision *revision = history.revision(id);
            revisions.append(revision ? revisionSummary(*revision, history.graph(), current)
                                      : QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("unknown"), true}});
        }
        QJsonObject json{{QStringLiteral("current"), revisions}};
        if (half)
            json.insert(QStringLiteral("half_applied"), toJson(*half));
        JOINERY_TRY(context.output().write(json));
        return ExitCode::Done;
    }

    Result<ExitCode> writeText(Context &context, const migration::History &history, const QStringList &current,
                               const std::optional<migration::HalfApplied> &half)
    {
        for (const QString &id : current) {
            const migration::Revision *revision = history.revision(id);
            JOINERY_TRY(context.output().writeLine(revision ? currentLine(*revision, history) : id));
        }
        if (half)
            context.output().note(halfAppliedText(*half));
        if (current.isEmpty())
            context.output().note(QStringLiteral("The database stands at no revision."));
        return ExitCode::Done;
    }

    static QString currentLine(const migration::Revision &revision, const migration::History &history)
    {
        const int index = history.graph().indexOf(revision.id);
        const bool head = history.graph().node(index).children.empty();
        return revision.id + (head ? QStringLiteral(" (head), ") : QStringLiteral(", ")) + revision.message;
    }
};

} // namespace

std::unique_ptr<Command> makeCurrent()
{
    return std::make_unique<Current>();
}

} // namespace joinery::cli
