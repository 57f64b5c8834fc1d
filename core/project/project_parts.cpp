// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_file.h"
#include "core/project/model_files.h"
#include "core/project/project.h"

#include <QDir>
#include <QFile>
#include <QUrl>

namespace joinery::project {

namespace {

QStringList namesIn(const QString &folder, const QString &suffix)
{
    QStringList names;
    for (const QString &file : QDir(folder).entryList({u'*' + suffix}, QDir::Files, QDir::Name))
        names.append(QUrl::fromPercentEncoding(file.chopped(suffix.size()).toUtf8()));
    return names;
}

Status removeFile(const QString &path)
{
    QFile file(path);
    if (file.exists() && !file.remove())
        return fail(ErrorKind::Io, QStringLiteral("%1 cannot be removed: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
    return {};
}

const QString kDiagrams = QStringLiteral("diagrams");
const QString kQueries = QStringLiteral("queries");
const QString kJson = QStringLiteral(".json");
const QString kSql = QStringLiteral(".sql");

QString place(const QString &folder, const QString &name, const QString &suffix)
{
    return folder + u'/' + fileStemOf(name) + suffix;
}

} // namespace

QStringList Project::diagrams() const { return namesIn(path(kDiagrams), kJson); }

Result<QJsonObject> Project::loadDiagram(const QString &name) const
{
    const QString file = path(place(kDiagrams, name, kJson));
    if (!QFile::exists(file))
        return QJsonObject();
    return readJsonFile(file);
}

Status Project::saveDiagram(const QString &name, const QJsonObject &diagram) const
{
    return writeJsonFile(path(place(kDiagrams, name, kJson)), diagram);
}

Status Project::removeDiagram(const QString &name) const { return removeFile(path(place(kDiagrams, name, kJson))); }

QStringList Project::queries() const { return namesIn(path(kQueries), kSql); }

Result<QString> Project::loadQuery(const QString &name) const
{
    QFile file(path(place(kQueries, name, kSql)));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Io, QStringLiteral("The query %1 cannot be read: %2").arg(name, file.errorString()));
    return QString::fromUtf8(file.readAll());
}

Status Project::saveQuery(const QString &name, const QString &sql) const
{
    return writeFile(path(place(kQueries, name, kSql)), sql.toUtf8());
}

Status Project::removeQuery(const QString &name) const { return removeFile(path(place(kQueries, name, kSql))); }

} // namespace joinery::project
