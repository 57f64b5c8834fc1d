// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/source.h"

#include "core/interop/dbml/dbml.h"
#include "core/interop/script_on_server.h"
#include "core/migration/revision_targets.h"
#include "core/schema/catalog_json.h"
#include "core/sql/splitter.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

#include <unistd.h>

namespace joinery::cli {

namespace {

Result<Source> inspected(Context &context, Database &database, const SourceOptions &options)
{
    dialect::InspectOptions wanted;
    wanted.everyTable = options.everyTable;
    wanted.schemas = options.schemas;
    JOINERY_TRY_VALUE(dialect::Inspection inspection,
                      database.dialect->inspect(*database.connection, wanted, context.token()));
    context.showNotices(*database.connection);
    return Source{std::move(inspection.catalog), database.dialect, std::move(inspection.findings), {}};
}

Result<QString> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Io, QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
    return QString::fromUtf8(file.readAll());
}

/// A script of SQLite is run on an empty database in memory: nobody reads it better.
Result<Source> fromSqliteScript(Context &context, const QString &script, const SourceOptions &options)
{
    JOINERY_TRY_VALUE(const driver::Url memory, driver::Url::parse(QStringLiteral("sqlite://")));
    JOINERY_TRY_VALUE(Database database, context.open(memory));
    for (const sql::ScriptStatement &statement : sql::splitScript(script, sql::Flavor::Sqlite))
        JOINERY_TRY(database.connection->run(statement.in(script), {}, context.token()));
    return inspected(context, database, options);
}

Result<Source> fromScript(Context &context, const QString &path, const SourceOptions &options)
{
    JOINERY_TRY_VALUE(const QString script, readFile(path));
    if (!options.via.isEmpty()) {
        JOINERY_TRY_VALUE(const driver::Url server, context.parseUrl(options.via));
        const dialect::Dialect &dialect = dialectNamed(server.dialect);
        if (!options.dialect.isEmpty() && options.dialect != server.dialect)
            return context.usage(QStringLiteral("--via is a server of %1, and the script is said to be for %2.").arg(server.dialect, options.dialect));
        // Dropping must work after a cancellation too: from the second on, a connection asks nobody and waits for nothing.
        std::optional<driver::Url> login;
        const auto connect = [&](const driver::Url &url) -> Result<std::unique_ptr<driver::Connection>> {
            if (login) {
                driver::Url known = *login;
                known.database = url.database;
                return joinery::connect(known);
            }
            JOINERY_TRY_VALUE(Database database, context.open(url));
            login = database.url;
            return std::move(database.connection);
        };
        dialect::InspectOptions wanted;
        wanted.schemas = options.schemas;
        JOINERY_TRY_VALUE(dialect::Inspection inspection,
                          interop::readScriptOnServer(script, server, dialect, wanted, connect, context.token()));
        return Source{std::move(inspection.catalog), &dialect, std::move(inspection.findings), {}, {}, Origin::Server};
    }
    if (options.dialect.isEmpty() || options.dialect == QLatin1String("sqlite"))
        return fromSqliteScript(context, script, options);
    const dialect::Dialect &dialect = dialectNamed(options.dialect);
    Result<dialect::Inspection> inspection = dialect.readScript(script, context.token());
    if (!inspection && inspection.error().kind == ErrorKind::Unsupported)
        return context.usage(inspection.error().message + QStringLiteral(" Name its server with --via URL."));
    if (!inspection)
        return fail(std::move(inspection).error());
    return Source{std::move(inspection->catalog), &dialect, std::move(inspection->findings), {}, {}, Origin::Script};
}

Result<Source> fromDbml(const QString &path)
{
    JOINERY_TRY_VALUE(const QString text, readFile(path));
    Result<dialect::Inspection> read = interop::readDbml(text, dialectNamed);
    if (!read) {
        Error error = std::move(read).error();
        error.message = QStringLiteral("%1: %2").arg(path, error.message);
        return fail(std::move(error));
    }
    const dialect::Dialect &dialect = dialectNamed(read->catalog.dialect);
    return Source{std::move(read->catalog), &dialect, std::move(read->findings), {}};
}

Result<Source> fromJson(const QByteArray &text)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (!document.isObject())
        return fail(ErrorKind::InvalidInput, QStringLiteral("The input is no catalogue in JSON: %1 (at byte %2)")
                                                 .arg(problem.error == QJsonParseError::NoError
                                                          ? QStringLiteral("it must be an object")
                                                          : problem.errorString()).arg(problem.offset));
    JOINERY_TRY_VALUE(schema::Catalog catalog, schema::catalogFromJson(document.object()));
    const dialect::Dialect &dialect = dialectNamed(catalog.dialect);
    return Source{std::move(catalog), &dialect, {}, {}, {}, Origin::Catalogue};
}

Result<Source> fromProject(const project::Project &project, const QString &revision)
{
    schema::Catalog catalog;
    if (revision.isEmpty()) {
        JOINERY_TRY_VALUE(catalog, project.loadModels());
    } else {
        JOINERY_TRY_VALUE(const migration::History history, project.revisions().load());
        JOINERY_TRY_VALUE(const migration::Indexes found, migration::resolveTarget(history.graph(), revision));
        JOINERY_TRY_VALUE(catalog, history.catalogAt(history.graph().ids(found)));
    }
    const dialect::Dialect &dialect = dialectNamed(catalog.dialect);
    return Source{std::move(catalog), &dialect, {}, {}};
}

Result<QByteArray> readInput()
{
    QFile input;
    if (!input.open(STDIN_FILENO, QIODevice::ReadOnly))
        return fail(ErrorKind::Io, QStringLiteral("The input cannot be read: %1").arg(input.errorString()));
    return input.readAll();
}

} // namespace

Result<Source> readDatabase(Context &context, const driver::Url &url, const SourceOptions &options)
{
    driver::ConnectOptions readOnly;
    readOnly.readOnly = true;
    JOINERY_TRY_VALUE(Database database, context.open(url, readOnly));
    JOINERY_TRY_VALUE(Source source, inspected(context, database, options));
    source.url = url;
    source.origin = Origin::Server;
    source.server = database.connection->server();
    return source;
}

Result<Source> readSource(Context &context, const QString &source, const SourceOptions &options)
{
    if (source == QLatin1String("-")) {
        JOINERY_TRY_VALUE(const QByteArray text, readInput());
        return fromJson(text);
    }
    if (source.contains(QLatin1String("://")) || source.startsWith(QLatin1String("odbc:"), Qt::CaseInsensitive)) {
        JOINERY_TRY_VALUE(const driver::Url url, context.parseUrl(source));
        return readDatabase(context, url, options);
    }
    QString path = source;
    QString revision;
    const qsizetype at = source.lastIndexOf(u'@');
    if (at >= 0 && !QFileInfo::exists(source)) {
        path = source.left(at);
        revision = source.mid(at + 1);
    }
    if (path.isEmpty()) {
        JOINERY_TRY_VALUE(const project::Project project, context.openProject());
        return fromProject(project, revision);
    }
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorKind::Io, QStringLiteral("There is no file or folder %1.").arg(QDir::toNativeSeparators(path)));
    if (info.isDir() || info.fileName() == project::Project::fileName()) {
        JOINERY_TRY_VALUE(const project::Project project, project::Project::open(path));
        return fromProject(project, revision);
    }
    if (info.suffix().compare(QLatin1String("sql"), Qt::CaseInsensitive) == 0)
        return fromScript(context, path, options);
    if (info.suffix().compare(QLatin1String("dbml"), Qt::CaseInsensitive) == 0)
        return fromDbml(path);
    if (!options.via.isEmpty())
        return context.usage(QStringLiteral("--via runs a .sql script, and %1 is none.").arg(QDir::toNativeSeparators(path)));
    return readDatabase(context, driver::Url::sqliteFile(info.absoluteFilePath()), options);
}

int serverVersion(const dialect::Dialect &dialect, std::initializer_list<const Source *> sources)
{
    for (const Source *source : sources) {
        if (source->dialect == &dialect && source->server.versionNumber > 0)
            return source->server.versionNumber;
    }
    return 0;
}

const dialect::Dialect &commonDialect(const Source &from, const Source &to)
{
    return to.catalog.dialect.isEmpty() && !from.catalog.dialect.isEmpty() ? *from.dialect : *to.dialect;
}

} // namespace joinery::cli
