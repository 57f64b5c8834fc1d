// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/findings.h"
#include "app/cli/migration_session.h"
#include "app/cli/rehearsal_text.h"
#include "app/cli/script.h"
#include "core/migration/planner.h"
#include "core/migration/revision_targets.h"

namespace joinery::cli {

namespace {

/// Both directions: upgrade and downgrade differ in the word for the target and in the call.
class MoveCommand : public Command
{
public:
    MoveCommand(bool up, const char *name, const char *description) : Command(name, description), m_up(up) {}

    void declare(Arguments &arguments) override
    {
        constexpr const char *kTarget = "head, heads, base, an id or its beginning, +2, -1, label@head; with --sql FROM:TO";
        if (m_up)
            arguments.optional(m_target, "revision", kTarget);
        else
            arguments.required(m_target, "revision", kTarget);
        arguments.flag(m_sql, "--sql", "Print the script, and open no database");
        arguments.choice(m_dialect, "--dialect", dialectNames(), "With --sql: whose (default: that of the database's URL)");
        arguments.flag(m_allowDestructive, "--allow-destructive", "Also run steps that lose data");
        arguments.flag(m_preflight, "--preflight", "Ask the rows first, and change nothing where one stands against it");
        if (m_up)
            arguments.flag(m_rehearse, "--rehearse", "Run it on a copy first, and change nothing where that fails");
        arguments.choice(m_resume, "--resume", {QStringLiteral("retry"), QStringLiteral("skip"), QStringLiteral("abandon")},
                         "Of a broken off run: run the statement again of which nobody knows, or count it as done, or forget the run");
    }

    Result<ExitCode> run(Context &context) override
    {
        if (m_target.isEmpty())
            m_target = QStringLiteral("head");
        if (m_sql)
            return printScript(context);
        if (m_resume == QLatin1String("abandon"))
            return abandonHalfApplied(context);
        if (m_preflight) {
            JOINERY_TRY(checkRows(context));
        }
        if (m_rehearse) {
            JOINERY_TRY(rehearse(context));
        }
        return moveDatabase(context, m_allowDestructive,
                            [&](migration::Executor &executor, migration::ExecutionOptions options) {
                                if (!m_resume.isEmpty())
                                    options.undecided = m_resume == QLatin1String("retry") ? migration::Undecided::Retry : migration::Undecided::Skip;
                                return m_up ? executor.upgrade(m_target, options, context.token())
                                            : executor.downgrade(m_target, options, context.token());
                            });
    }

private:
    Status rehearse(Context &context)
    {
        RehearsalChoice choice;
        choice.target = m_target;
        JOINERY_TRY_VALUE(const migration::RehearsalReport report, rehearseDatabase(context, choice));
        if (report.isGood()) {
            context.output().note(QStringLiteral("The rehearsal on %1 went well.").arg(report.shadow));
            return {};
        }
        Error error;
        error.kind = ErrorKind::Refused;
        error.message = QStringLiteral("The rehearsal on a copy failed; nothing was changed.");
        error.detail = rehearsalText(report);
        return fail(std::move(error));
    }

    /// Refused where a row stands against it; what is lost is allowed by --allow-destructive alone.
    Status checkRows(Context &context)
    {
        JOINERY_TRY_VALUE(const ProjectHistory session, openHistory(context));
        driver::ConnectOptions readOnly;
        readOnly.readOnly = true;
        JOINERY_TRY_VALUE(Database database, context.openDatabase(readOnly));
        JOINERY_TRY_VALUE(migration::LintFindings findings, preflightFindings(context, session, database, m_up, m_target));
        std::erase_if(findings, [&](const migration::LintFinding &each) {
            return m_allowDestructive && (each.finding.code == QLatin1String("DL101") || each.finding.code == QLatin1String("DL102"));
        });
        if (!migration::hasErrors(findings))
            return {};
        QStringList lines;
        for (const migration::LintFinding &each : findings)
            lines.append(QStringLiteral("%1 %2 Rows: %3").arg(each.finding.code, each.finding.message).arg(each.count.value_or(0)));
        Error error;
        error.kind = ErrorKind::Refused;
        error.message = QStringLiteral("Rows stand against it; nothing was changed. `joinery-cli preflight` shows them.");
        error.detail = lines.join(u'\n');
        return fail(std::move(error));
    }

    Result<ExitCode> printScript(Context &context)
    {
        const auto [from, to] = splitRange(m_target);
        if (!m_up && from.isEmpty())
            return context.usage(QStringLiteral("A script that goes back needs both ends: FROM:TO, e.g. head:base."));
        JOINERY_TRY_VALUE(const ProjectHistory session, openHistory(context));
        JOINERY_TRY_VALUE(const dialect::Dialect *dialect, scriptDialect(context));
        QStringList current;
        if (!from.isEmpty()) {
            JOINERY_TRY_VALUE(const migration::Indexes found, migration::resolveTarget(session.history.graph(), from));
            current = session.history.graph().ids(found);
        }
        const migration::Planner planner(session.history, *dialect);
        JOINERY_TRY_VALUE(const migration::Plan plan, m_up ? planner.upgrade(current, to) : planner.downgrade(current, to));
        JOINERY_TRY(context.output().write(migration::offlineScript(plan, *dialect)));
        return ExitCode::Done;
    }

    Result<const dialect::Dialect *> scriptDialect(Context &context)
    {
        if (!m_dialect.isEmpty())
            return findDialect(m_dialect);
        JOINERY_TRY_VALUE(const driver::Url url, context.databaseUrl());
        return &dialectOf(url);
    }

    bool m_up;
    QString m_target, m_dialect, m_resume;
    bool m_sql = false;
    bool m_preflight = false;
    bool m_rehearse = false;
    bool m_allowDestructive = false;
};

} // namespace

std::unique_ptr<Command> makeUpgrade()
{
    return std::make_unique<MoveCommand>(true, "upgrade", "Move the database up to a revision (default: head)");
}

std::unique_ptr<Command> makeDowngrade()
{
    return std::make_unique<MoveCommand>(false, "downgrade", "Take the database back to a revision");
}

} // namespace joinery::cli
