// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/sample.h"

#include "core/migration/executor.h"
#include "core/sql/splitter.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace joinery::project {

namespace {

const QString kSource = QStringLiteral(":/joinery/samples/bookshop");
const QString kRows = QStringLiteral("rows.sql");
const QString kStand = QStringLiteral("head-1"); // one revision is left to be applied

Status copyFiles(const QString &directory)
{
    const QDir source(kSource);
    for (QDirIterator it(kSource, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
        const QString from = it.next();
        const QString relative = source.relativeFilePath(from);
        if (relative == kRows)
            continue;
        const QString to = QDir(directory).filePath(relative);
        QFile file(from);
        if (!QDir().mkpath(QFileInfo(to).absolutePath()) || !file.copy(to)) {
            return fail(ErrorKind::Io, QStringLiteral("%1 cannot be written: %2").arg(QDir::toNativeSeparators(to), file.errorString()));
        }
        // Files of a resource are read-only, and so would be their copies.
        QFile::setPermissions(to, QFile::permissions(to) | QFile::WriteOwner | QFile::WriteUser);
    }
    return {};
}

Status fillDatabase(driver::Connection &connection, const CancelToken &token)
{
    QFile file(kSource + u'/' + kRows);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Internal, QStringLiteral("The rows of the sample are missing."));
    const QString script = QString::fromUtf8(file.readAll());
    JOINERY_TRY(connection.begin());
    for (const sql::ScriptStatement &statement : sql::splitScript(script, sql::Flavor::Sqlite))
        JOINERY_TRY(connection.run(statement.in(script), {}, token));
    return connection.commit();
}

Status buildDatabase(const Project &project, const dialect::Dialect &sqlite, const Connect &connect, const CancelToken &token)
{
    JOINERY_TRY_VALUE(const driver::Url url, project.urlOf(*project.defaultEnvironment()));
    driver::ConnectOptions options;
    options.createFile = true;
    JOINERY_TRY_VALUE(const std::unique_ptr<driver::Connection> connection, connect(url, options, token));
    JOINERY_TRY_VALUE(const migration::History history, project.revisions().load());
    migration::Executor executor(history, sqlite, *connection, [&] { return connect(url, options, token); });
    JOINERY_TRY_VALUE(const migration::ExecutionReport report, executor.upgrade(kStand, {}, token));
    if (report.failure)
        return fail(*report.failure);
    return fillDatabase(*connection, token);
}

} // namespace

Result<Project> createSample(const QString &directory, const dialect::Dialect &sqlite, const Connect &connect,
                             const CancelToken &token)
{
    if (!QDir(directory).isEmpty())
        return fail(ErrorKind::Duplicate, QStringLiteral("%1 is not empty.").arg(QDir::toNativeSeparators(directory)));
    const auto build = [&]() -> Result<Project> {
        JOINERY_TRY(copyFiles(directory));
        JOINERY_TRY_VALUE(Project project, Project::open(directory));
        JOINERY_TRY(buildDatabase(project, sqlite, connect, token));
        return project;
    };
    Result<Project> project = build();
    if (!project)
        QDir(directory).removeRecursively(); // it was empty before: nothing of the user's is in it
    return project;
}

} // namespace joinery::project
