// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/migration_session.h"
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
    }

    Result<ExitCode> run(Context &context) override
    {
        if (m_target.isEmpty())
            m_target = QStringLiteral("head");
        if (m_sql)
            return printScript(context);
        return moveDatabase(context, m_allowDestructive,
                            [&](migration::Executor &executor, const migration::ExecutionOptions &options) {
                                return m_up ? executor.upgrade(m_target, options, context.token())
                                            : executor.downgrade(m_target, options, context.token());
                            });
    }

private:
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
    QString m_target, m_dialect;
    bool m_sql = false;
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
