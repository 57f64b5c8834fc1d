// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace joinery {

Result<QJsonObject> readJsonFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorKind::Io, QStringLiteral("%1 cannot be read: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
    }
    const QByteArray bytes = file.readAll();
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError) {
        const QByteArray before = bytes.left(problem.offset);
        Error error;
        error.kind = ErrorKind::Corrupt;
        error.message = QStringLiteral("%1 is damaged at line %2, column %3: %4.")
                            .arg(QDir::toNativeSeparators(path))
                            .arg(before.count('\n') + 1)
                            .arg(before.size() - before.lastIndexOf('\n'))
                            .arg(problem.errorString());
        error.offset = problem.offset;
        return fail(std::move(error));
    }
    if (!document.isObject())
        return fail(ErrorKind::Corrupt, QStringLiteral("%1 holds no JSON object.").arg(QDir::toNativeSeparators(path)));
    return document.object();
}

Status writeJsonFile(const QString &path, const QJsonObject &object)
{
    return writeFile(path, QJsonDocument(object).toJson(QJsonDocument::Indented));
}

Status writeFile(const QString &path, const QByteArray &bytes)
{
    QFile old(path);
    if (old.open(QIODevice::ReadOnly) && old.size() == bytes.size() && old.readAll() == bytes)
        return {};
    old.close();
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        return fail(ErrorKind::Io, QStringLiteral("The folder %1 cannot be made.").arg(QDir::toNativeSeparators(folder)));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return fail(ErrorKind::Io, QStringLiteral("%1 cannot be written: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
    }
    return {};
}

Status checkFormat(const QJsonObject &object, int supported, const QString &path)
{
    const int format = object.value(QLatin1String("format")).toInt(0);
    if (format < 1)
        return fail(ErrorKind::Corrupt, QStringLiteral("%1 does not say its format.").arg(QDir::toNativeSeparators(path)));
    if (format > supported) {
        return fail(ErrorKind::NewerFormat,
                    QStringLiteral("%1 was written by a newer version of Joinery (format %2, this version reads up to %3).")
                        .arg(QDir::toNativeSeparators(path)).arg(format).arg(supported));
    }
    return {};
}

} // namespace joinery
