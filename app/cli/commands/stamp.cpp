// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/migration_session.h"

namespace joinery::cli {

namespace {

class Stamp : public Command
{
public:
    Stamp() : Command("stamp", "Write down that the database stands at a revision, and change nothing else") {}

    void declare(Arguments &arguments) override
    {
        arguments.required(m_target, "revision", "head, heads, base, an id or its beginning, label@head");
    }

    Result<ExitCode> run(Context &context) override
    {
        return moveDatabase(context, false,
                            [&](migration::Executor &executor, const migration::ExecutionOptions &options) {
                                return executor.stamp(m_target, options, context.token());
                            });
    }

private:
    QString m_target;
};

} // namespace

std::unique_ptr<Command> makeStamp()
{
    return std::make_unique<Stamp>();
}

} // namespace joinery::cli
