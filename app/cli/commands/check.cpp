// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/migration_session.h"
#include "app/cli/revision_text.h"
#include "app/cli/script.h"
#include "core/migration/drift.h"
#include "core/operation/describe.h"

#include <QJsonArray>

namespace joinery::cli {

namespace {

class Check : public Command
{
public:
    Check() : Command("check", "Does the database match its revision, and the head the models? Exit code 1 where not") {}

    void declare(Arguments &arguments) override
    {
        arguments.flag(m_adopt, "--adopt", "Make a revision of what is in the database and in no revision, put it into the models, and stamp the database with it");
        arguments.optional(m_message, "-m,--message", "With --adopt: what the revision does");
        arguments.flag(m_repair, "--repair", "Put the database back to what its revision says: prints the SQL, then runs it");
        arguments.flag(m_dryRun, "--dry-run", "With --repair: print the SQL, and run nothing");
        arguments.flag(m_allowDestructive, "--allow-destructive", "With --repair: also run steps that lose data");
        arguments.list(m_ignore, "--ignore", "KIND:OBJECT=REASON: let this difference stand, and write that into the project");
        arguments.list(m_heed, "--heed", "KIND:OBJECT: do not let it stand any more");
        arguments.exclude("--adopt", "--repair");
    }

    Result<ExitCode> run(Context &context) override
    {
        if (m_adopt && m_message.isEmpty())
            return context.usage(QStringLiteral("--adopt makes a revision: say what it does with -m MESSAGE."));
        if ((m_dryRun || m_allowDestructive) && !m_repair)
            return context.usage(QStringLiteral("--dry-run and --allow-destructive belong to --repair."));
        JOINERY_TRY_VALUE(ProjectHistory session, openHistory(context));
        JOINERY_TRY(changeRules(context, session.project));
        JOINERY_TRY_VALUE(const schema::Catalog models, session.project.loadModels());
        driver::ConnectOptions readOnly;
        readOnly.readOnly = true;
        JOINERY_TRY_VALUE(Database database, context.openDatabase(readOnly));
        JOINERY_TRY_VALUE(const migration::Drift drift,
                          migration::checkDrift(*database.connection, *database.dialect, session.history, &models,
                                                session.project.driftRules(), context.token()));
        context.showNotices(*database.connection);
        if (m_repair)
            return repair(context, session, database, drift);
        JOINERY_TRY(context.options().json ? context.output().write(json(drift)) : context.output().write(text(drift)));
        if (m_adopt)
            return adopt(context, session, models, drift);
        const bool clean = drift.live.isEmpty() && drift.pendingModels.isEmpty();
        if (clean)
            context.output().note(QStringLiteral("The database matches its revision, and the models match the head."));
        return clean ? ExitCode::Done : ExitCode::Findings;
    }

private:
    Status changeRules(Context &context, project::Project &project) const
    {
        for (const QString &text : m_ignore) {
            const Result<migration::DriftRule> rule = migration::DriftRule::parse(text);
            if (!rule)
                return context.usage(rule.error().message);
            project.setDriftRule(*rule);
        }
        for (const QString &id : m_heed) {
            if (!project.removeDriftRule(id))
                return fail(ErrorKind::Undefined, QStringLiteral("No rule lets %1 stand.").arg(id));
        }
        return m_ignore.isEmpty() && m_heed.isEmpty() ? Status() : project.save();
    }

    Result<ExitCode> repair(Context &context, const ProjectHistory &session, Database &readOnly, const migration::Drift &drift)
    {
        if (drift.live.isEmpty()) {
            context.output().note(QStringLiteral("There is nothing to repair."));
            if (context.options().json) {
                JOINERY_TRY(context.output().write(QJsonObject{{QStringLiteral("repaired"), QJsonArray()}}));
            }
            return ExitCode::Done;
        }
        JOINERY_TRY_VALUE(const migration::Repair repair, migration::planRepair(drift, *readOnly.dialect, readOnly.connection->server().versionNumber));
        const QString script = scriptText(repair.steps, *readOnly.dialect);
        const QJsonObject json{{QStringLiteral("repaired"), operationsJson(repair.operations)}, {QStringLiteral("sql"), script},
                               {QStringLiteral("losses"), QJsonArray::fromStringList(repair.losses)}, {QStringLiteral("dry_run"), m_dryRun}};
        JOINERY_TRY(context.options().json ? context.output().write(json) : context.output().write(script));
        JOINERY_TRY(context.output().flush());
        if (m_dryRun)
            return ExitCode::Findings;
        JOINERY_TRY_VALUE(Database database, context.openDatabase());
        Status ran = migration::runRepair(*database.connection, *database.dialect, [&] { return joinery::connect(database.url, {}, context.token()); },
                                          session.history, session.project.driftRules(), repair, m_allowDestructive, context.token());
        context.showNotices(*database.connection);
        if (!ran && ran.error().kind == ErrorKind::Refused)
            ran.error().detail = QStringLiteral("--allow-destructive allows it.");
        JOINERY_TRY(std::move(ran));
        context.output().note(QStringLiteral("The database is as its revision says again."));
        return ExitCode::Done;
    }

    /// Nothing is done to the tables: the database has it all already.
    Result<ExitCode> adopt(Context &context, const ProjectHistory &session, const schema::Catalog &models, const migration::Drift &drift)
    {
        if (drift.live.isEmpty()) {
            context.output().note(QStringLiteral("There is nothing to adopt."));
            return ExitCode::Done;
        }
        JOINERY_TRY_VALUE(const migration::Adoption adoption, migration::planAdoption(drift, session.history, models, m_message));
        JOINERY_TRY(session.project.revisions().add(adoption.revision));
        JOINERY_TRY(session.project.saveModels(adoption.models));
        JOINERY_TRY_VALUE(Database database, context.openDatabase());
        migration::Executor executor(adoption.history, *database.dialect, *database.connection, [&] { return joinery::connect(database.url, {}, context.token()); });
        JOINERY_TRY_VALUE(const migration::ExecutionReport report, executor.stamp(adoption.revision.id, {}, context.token()));
        if (report.failure)
            return fail(Error(*report.failure));
        context.output().note(QStringLiteral("Revision %1 holds what was in no revision; the database is at it.").arg(adoption.revision.id));
        return ExitCode::Done;
    }

    static QJsonObject json(const migration::Drift &drift)
    {
        QJsonArray ignored, differences = operationsJson(drift.live.operations);
        for (qsizetype i = 0; i < differences.size(); ++i) {
            QJsonObject each = differences[i].toObject();
            each.insert(QStringLiteral("rule"), migration::ruleFor(drift.live.operations[size_t(i)]).id());
            differences[i] = each;
        }
        for (const migration::Drift::Ignored &each : drift.ignored)
            ignored.append(QJsonObject{{QStringLiteral("rule"), each.rule.id()}, {QStringLiteral("reason"), each.rule.reason},
                                       {QStringLiteral("description"), operation::describe(each.operation)}});
        return {{QStringLiteral("current"), QJsonArray::fromStringList(drift.current)},
                {QStringLiteral("at_head"), drift.atHead},
                {QStringLiteral("drift"), differences},
                {QStringLiteral("ignored"), ignored},
                {QStringLiteral("pending"), operationsJson(drift.pendingModels.operations)}};
    }

    static QString text(const migration::Drift &drift)
    {
        const QString at = drift.current.isEmpty() ? QStringLiteral("base") : drift.current.join(QStringLiteral(", "));
        QString text = QStringLiteral("The database is at %1%2.\n")
                           .arg(at, drift.atHead ? QStringLiteral(" (head)") : QString());
        if (!drift.live.isEmpty())
            text += QStringLiteral("\nIn the database, and in no revision:\n");
        for (const operation::Operation &each : drift.live.operations) {
            const migration::DriftRule rule = migration::ruleFor(each);
            text += operation::describe(each) + (rule.object.isEmpty() ? QString() : QString(QLatin1String("  [") + rule.id() + u']')) + u'\n';
        }
        if (!drift.ignored.empty())
            text += QStringLiteral("\nLet stand by the project:\n");
        for (const migration::Drift::Ignored &each : drift.ignored)
            text += QStringLiteral("%1  [%2]\n    because: %3\n").arg(operation::describe(each.operation), each.rule.id(), each.rule.reason);
        if (!drift.pendingModels.isEmpty())
            text += QStringLiteral("\nIn the models, and in no revision:\n") + operationLines(drift.pendingModels.operations);
        return text;
    }

    QString m_message;
    QStringList m_ignore, m_heed;
    bool m_adopt = false;
    bool m_repair = false;
    bool m_dryRun = false;
    bool m_allowDestructive = false;
};

} // namespace

std::unique_ptr<Command> makeCheck()
{
    return std::make_unique<Check>();
}

} // namespace joinery::cli
