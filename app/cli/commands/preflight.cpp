// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/findings.h"
#include "app/cli/migration_session.h"
#include "core/migration/checks/preflight.h"

namespace joinery::cli {

namespace {

class Preflight : public Command
{
public:
    Preflight() : Command("preflight", "Ask the rows, and write nothing, what would fail or be lost on the way to a revision") {}

    void declare(Arguments &arguments) override { arguments.optional(m_target, "revision", "As for upgrade (default: head)"); }

    Result<ExitCode> run(Context &context) override
    {
        JOINERY_TRY_VALUE(const ProjectHistory session, openHistory(context));
        driver::ConnectOptions readOnly;
        readOnly.readOnly = true;
        JOINERY_TRY_VALUE(Database database, context.openDatabase(readOnly));
        JOINERY_TRY_VALUE(const migration::LintFindings findings,
                          preflightFindings(context, session, database, true, m_target.isEmpty() ? QStringLiteral("head") : m_target));
        return writeFindings(context, findings, QStringLiteral("No row stands against it, and none is lost."));
    }

private:
    QString m_target;
};

} // namespace

std::unique_ptr<Command> makePreflight()
{
    return std::make_unique<Preflight>();
}

} // namespace joinery::cli
