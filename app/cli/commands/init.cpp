// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "core/project/sample.h"

#include <QDir>

namespace joinery::cli {

namespace {

class Init : public Command
{
public:
    Init() : Command("init", "Make a new project") {}

    void declare(Arguments &arguments) override
    {
        arguments.required(m_directory, "directory", "The folder; made where it is missing");
        arguments.optional(m_projectName, "--name", "Default: the name of the folder");
        arguments.flag(m_sample, "--sample", "A copy of the sample, a bookshop with its database, to try everything on");
    }

    Result<ExitCode> run(Context &context) override
    {
        JOINERY_TRY_VALUE(const project::Project project, make(context));
        if (context.options().json)
            JOINERY_TRY(context.output().write(QJsonObject{{QStringLiteral("directory"), project.directory()},
                                                           {QStringLiteral("name"), project.name()}}));
        context.output().note(QStringLiteral("The project \"%1\" is in %2.").arg(project.name(), project.directory()));
        return ExitCode::Done;
    }

private:
    Result<project::Project> make(Context &context) const
    {
        if (m_sample)
            return project::createSample(m_directory, *findDialect(QStringLiteral("sqlite")), joinery::connect, context.token());
        const QString name = m_projectName.isEmpty() ? QDir(QDir(m_directory).absolutePath()).dirName() : m_projectName;
        return project::Project::create(m_directory, name);
    }

    QString m_directory, m_projectName;
    bool m_sample = false;
};

} // namespace

std::unique_ptr<Command> makeInit()
{
    return std::make_unique<Init>();
}

} // namespace joinery::cli
