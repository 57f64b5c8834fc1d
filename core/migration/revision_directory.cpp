// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/revision_directory.h"

#include "core/base/json_file.h"

#include <QDir>
#include <QFile>
#include <QSet>

namespace joinery::migration {

namespace {

Finding graphFinding(const QString &code, const QString &object, const QString &message)
{
    Finding finding;
    finding.severity = Severity::Error;
    finding.code = code;
    finding.object = object;
    finding.message = message;
    return finding;
}

/// Says in which file a member is wrong.
Error inFile(Error error, const QString &path)
{
    error.message = QDir::toNativeSeparators(path) + QStringLiteral(": ") + error.message;
    if (error.kind == ErrorKind::InvalidInput)
        error.kind = ErrorKind::Corrupt;
    return error;
}

} // namespace

Result<RevisionDirectory::Contents> RevisionDirectory::read() const
{
    Contents contents;
    QSet<QString> seen;
    const QDir folder(m_path);
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        const QString path = folder.filePath(name);
        JOINERY_TRY_VALUE(const QJsonObject json, readJsonFile(path));
        JOINERY_TRY(checkFormat(json, kFormat, path));
        Result<Revision> revision = revisionFromJson(json);
        if (!revision)
            return fail(inFile(std::move(revision).error(), path));
        if (seen.contains(revision->id)) {
            contents.findings.push_back(graphFinding(QStringLiteral("GR602"), revision->id,
                                                     QStringLiteral("Revision %1 is present more than once, again in %2.")
                                                         .arg(revision->id, name)));
        }
        seen.insert(revision->id);
        const QString stored = json.value(QLatin1String("checksum")).toString();
        if (!stored.isEmpty() && stored != checksum(*revision)) {
            contents.findings.push_back(graphFinding(QStringLiteral("GR603"), revision->id,
                                                     QStringLiteral("Revision %1 was edited after it was written: its checksum does not fit.")
                                                         .arg(revision->id)));
        }
        contents.revisions.push_back(*std::move(revision));
        contents.files.append(path);
    }
    for (const Revision &revision : contents.revisions) {
        for (const QString &parent : revision.parents) {
            if (!seen.contains(parent)) {
                contents.findings.push_back(graphFinding(QStringLiteral("GR602"), revision.id,
                                                         QStringLiteral("Revision %1 stands on revision %2, which is not there.")
                                                             .arg(revision.id, parent)));
            }
        }
    }
    return contents;
}

Result<History> RevisionDirectory::load() const
{
    JOINERY_TRY_VALUE(Contents contents, read());
    return History::build(std::move(contents.revisions));
}

Result<QString> RevisionDirectory::fileOf(const QString &id) const
{
    JOINERY_TRY_VALUE(const Contents contents, read());
    for (size_t i = 0; i < contents.revisions.size(); ++i) {
        if (contents.revisions[i].id == id)
            return contents.files[qsizetype(i)];
    }
    return QString();
}

Result<QString> RevisionDirectory::add(const Revision &revision) const
{
    JOINERY_TRY_VALUE(const QString taken, fileOf(revision.id));
    if (!taken.isEmpty()) {
        return fail(ErrorKind::Duplicate, QStringLiteral("Revision %1 exists already, in %2.")
                                              .arg(revision.id, QDir::toNativeSeparators(taken)));
    }
    const QString path = QDir(m_path).filePath(revision.fileStem() + QStringLiteral(".json"));
    JOINERY_TRY(writeJsonFile(path, toJson(revision)));
    return path;
}

Status RevisionDirectory::replace(const Revision &revision) const
{
    JOINERY_TRY_VALUE(const QString path, fileOf(revision.id));
    if (path.isEmpty())
        return fail(ErrorKind::Undefined, QStringLiteral("There is no revision %1.").arg(revision.id));
    return writeJsonFile(path, toJson(revision));
}

Status RevisionDirectory::remove(const QString &id) const
{
    JOINERY_TRY_VALUE(const QString path, fileOf(id));
    if (path.isEmpty())
        return fail(ErrorKind::Undefined, QStringLiteral("There is no revision %1.").arg(id));
    QFile file(path);
    if (!file.remove()) {
        return fail(ErrorKind::Io, QStringLiteral("%1 cannot be removed: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
    }
    return {};
}

} // namespace joinery::migration
