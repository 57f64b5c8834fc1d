// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/model_files.h"

#include "core/base/json_file.h"
#include "core/schema/catalog_json.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QUrl>

#include <algorithm>
#include <map>

namespace joinery::project {

namespace {

const QString kSchemaFile = QStringLiteral("schema.json");
const QLatin1String kFormatKey("format");

Error inFile(Error error, const QString &path)
{
    error.message = QStringLiteral("%1: %2").arg(QDir::toNativeSeparators(path), error.message);
    if (error.kind == ErrorKind::InvalidInput)
        error.kind = ErrorKind::Corrupt;
    return error;
}

Result<QJsonObject> readPart(const QString &path)
{
    JOINERY_TRY_VALUE(QJsonObject json, readJsonFile(path));
    JOINERY_TRY(checkFormat(json, kModelFormat, path));
    json.remove(kFormatKey);
    return json;
}

QJsonObject withFormat(QJsonObject json)
{
    json.insert(kFormatKey, kModelFormat);
    return json;
}

/// File name for each table. Names that a case-insensitive file system would take for one get a piece of their Uid.
std::map<QString, QJsonObject> tableFiles(const schema::Catalog &models)
{
    std::vector<const schema::Table *> tables;
    for (const schema::Table &table : models.tables)
        tables.push_back(&table);
    std::ranges::sort(tables, [](const schema::Table *a, const schema::Table *b) { return a->name < b->name; });
    std::map<QString, QJsonObject> files;
    QSet<QString> taken = {kSchemaFile};
    for (const schema::Table *table : tables) {
        const QString stem = fileStemOf(table->name.toString());
        QString file = stem + QStringLiteral(".json");
        if (taken.contains(file.toLower()))
            file = stem + u'~' + table->uid.toString().left(8) + QStringLiteral(".json");
        taken.insert(file.toLower());
        schema::Table shape = *table;
        shape.storedDefinition.clear();
        shape.estimatedRows.reset();
        files.emplace(file, withFormat(schema::toJson(shape)));
    }
    return files;
}

} // namespace

QString fileStemOf(const QString &name)
{
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(name));
    // Windows takes no name that begins with a dot for a plain one, and no device names: a leading '%' avoids both.
    static const QStringList kDevices = {QStringLiteral("con"), QStringLiteral("prn"), QStringLiteral("aux"), QStringLiteral("nul")};
    if (encoded.startsWith(u'.') || kDevices.contains(encoded.toLower()))
        return QStringLiteral("%%1%2").arg(int(encoded.front().unicode()), 2, 16).arg(encoded.mid(1));
    return encoded;
}

Result<schema::Catalog> readModels(const QString &folder)
{
    schema::Catalog models;
    const QDir directory(folder);
    if (directory.exists(kSchemaFile)) {
        const QString path = directory.filePath(kSchemaFile);
        JOINERY_TRY_VALUE(const QJsonObject json, readPart(path));
        Result<schema::Catalog> read = schema::catalogFromJson(json);
        if (!read)
            return fail(inFile(std::move(read).error(), path));
        models = *std::move(read);
    }
    for (const QString &name : directory.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        if (name == kSchemaFile)
            continue;
        const QString path = directory.filePath(name);
        JOINERY_TRY_VALUE(const QJsonObject json, readPart(path));
        Result<schema::Table> table = schema::tableFromJson(json);
        if (!table)
            return fail(inFile(std::move(table).error(), path));
        if (models.table(table->name)) {
            return fail(ErrorKind::Corrupt, QStringLiteral("%1: the table %2 is in another file already.")
                                                .arg(QDir::toNativeSeparators(path), table->name.toString()));
        }
        models.tables.push_back(*std::move(table));
    }
    std::ranges::sort(models.tables, {}, &schema::Table::name);
    return models;
}

Status writeModels(const QString &folder, const schema::Catalog &models)
{
    const QDir directory(folder);
    const std::map<QString, QJsonObject> files = tableFiles(models);
    schema::Catalog rest = models;
    rest.tables.clear();
    rest.serverVersion.clear();
    JOINERY_TRY(writeJsonFile(directory.filePath(kSchemaFile), withFormat(schema::toJson(rest))));
    for (const auto &[name, json] : files)
        JOINERY_TRY(writeJsonFile(directory.filePath(name), json));
    for (const QString &name : directory.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        if (name == kSchemaFile || files.contains(name))
            continue;
        QFile file(directory.filePath(name));
        if (!file.remove())
            return fail(ErrorKind::Io, QStringLiteral("%1 cannot be removed: %2").arg(name, file.errorString()));
    }
    return {};
}

} // namespace joinery::project
