// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/migration_session.h"
#include "app/cli/rehearsal_text.h"

namespace joinery::cli {

namespace {

class Rehearse : public Command
{
public:
    Rehearse() : Command("rehearse", "Run an upgrade on a copy: up, compare, down, compare, up again; the database is only read. Exit code 1 where it fails") {}

    void declare(Arguments &arguments) override
    {
        arguments.optional(m_target, "revision", "As for upgrade (default: head)");
        arguments.choice(m_level, "--level", {QStringLiteral("schema"), QStringLiteral("sample"), QStringLiteral("full")},
                         "How much is copied: no rows, some rows of every table with those that they refer to, or all (default)");
        arguments.optional(m_rows, "--rows", "With --level sample: how many rows of a table (default: 1000)");
    }

    Result<ExitCode> run(Context &context) override
    {
        RehearsalChoice choice;
        if (!m_target.isEmpty())
            choice.target = m_target;
        choice.level = m_level == QLatin1String("schema") ? migration::CopyLevel::Schema
            : m_level == QLatin1String("sample")          ? migration::CopyLevel::Sample
                                                          : migration::CopyLevel::Full;
        if (!m_rows.isEmpty()) {
            bool number = false;
            choice.sampleRows = m_rows.toLongLong(&number);
            if (!number || choice.sampleRows < 1)
                return context.usage(QStringLiteral("\"%1\" is no number of rows.").arg(m_rows));
            if (choice.level != migration::CopyLevel::Sample)
                return context.usage(QStringLiteral("--rows says how many rows a sample has: it wants --level sample."));
        }
        JOINERY_TRY_VALUE(const migration::RehearsalReport report, rehearseDatabase(context, choice));
        if (report.revisions.isEmpty()) {
            context.output().note(QStringLiteral("The database stands there already: nothing is to be rehearsed."));
            if (!context.options().json)
                return ExitCode::Done;
        }
        JOINERY_TRY(context.options().json ? context.output().write(toJson(report)) : context.output().write(rehearsalText(report)));
        return report.isGood() ? ExitCode::Done : ExitCode::Findings;
    }

private:
    QString m_target, m_level, m_rows;
};

} // namespace

std::unique_ptr<Command> makeRehearse()
{
    return std::make_unique<Rehearse>();
}

} // namespace joinery::cli
