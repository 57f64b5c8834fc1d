// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "app/cli/password.h"

#include <QDir>

namespace joinery::cli {

Result<project::Project> Context::openProject() const
{
    if (!m_options.directory.isEmpty())
        return project::Project::open(m_options.directory);
    const QString found = project::Project::find(QDir::currentPath());
    if (found.isEmpty())
        return usage(QStringLiteral("There is no %1 in this folder or above it. Name a project with -C DIR, or make one "
                                    "with `joinery-cli init DIR`.").arg(project::Project::fileName()));
    return project::Project::open(found);
}

Result<driver::Url> Context::databaseUrl(bool *readOnly) const
{
    if (!m_options.url.isEmpty())
        return parseUrl(m_options.url);
    const QString fromEnvironment = qEnvironmentVariable("JOINERY_URL");
    if (m_options.environment.isEmpty() && !fromEnvironment.isEmpty())
        return parseUrl(fromEnvironment);
    const bool inProject = !m_options.directory.isEmpty() || !m_options.environment.isEmpty() ||
                           !project::Project::find(QDir::currentPath()).isEmpty();
    if (!inProject)
        return usage(QStringLiteral("Which database? Give --url URL, or set JOINERY_URL."));
    JOINERY_TRY_VALUE(const project::Project project, openProject());
    const project::Environment *environment = m_options.environment.isEmpty()
                                                  ? project.defaultEnvironment()
                                                  : project.environment(m_options.environment);
    if (!environment && m_options.environment.isEmpty())
        return usage(QStringLiteral("The project \"%1\" has no environment. Give --url URL, or set JOINERY_URL.")
                         .arg(project.name()));
    if (!environment)
        return usage(QStringLiteral("The project \"%1\" has no environment \"%2\".")
                         .arg(project.name(), m_options.environment));
    if (readOnly)
        *readOnly = environment->readOnly;
    return project.urlOf(*environment);
}

Result<Database> Context::openDatabase(const driver::ConnectOptions &options)
{
    driver::ConnectOptions wanted = options;
    bool readOnly = false;
    JOINERY_TRY_VALUE(const driver::Url url, databaseUrl(&readOnly));
    wanted.readOnly = wanted.readOnly || readOnly;
    return open(url, wanted);
}

Result<Database> Context::open(driver::Url url, const driver::ConnectOptions &options)
{
    driver::ConnectOptions wanted = options;
    wanted.applicationName = QStringLiteral("joinery-cli");
    if (!url.hasPassword && qEnvironmentVariableIsSet("JOINERY_PASSWORD")) {
        url.password = qEnvironmentVariable("JOINERY_PASSWORD");
        url.hasPassword = true;
    }
    auto connection = joinery::connect(url, wanted, m_token);
    if (!connection && connection.error().kind == ErrorKind::Authentication && !url.hasPassword) {
        const std::optional<QString> password = askPassword(QStringLiteral("Password for %1: ").arg(url.toDisplayString()));
        if (password) {
            url.password = *password;
            url.hasPassword = true;
            connection = joinery::connect(url, wanted, m_token);
        }
    }
    if (!connection)
        return fail(std::move(connection).error());
    const dialect::Dialect &dialect = dialectOf(**connection);
    return Database{std::move(url), *std::move(connection), &dialect};
}

Result<driver::Url> Context::parseUrl(const QString &text) const
{
    auto url = driver::Url::parse(text);
    m_usageError = m_usageError || !url;
    return url;
}

tl::unexpected<Error> Context::usage(const QString &sentence) const
{
    m_usageError = true;
    return fail(ErrorKind::InvalidInput, sentence);
}

void Context::showNotices(driver::Connection &connection)
{
    for (const driver::Notice &notice : connection.takeNotices())
        m_output.note(notice.severity + QStringLiteral(": ") + notice.message);
}

} // namespace joinery::cli
