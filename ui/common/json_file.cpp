// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/json_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace joinery::ui {

Result<QJsonObject> readJsonFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QJsonObject();
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Io, QCoreApplication::translate("JsonFile", "%1 cannot be read: %2")
                                       .arg(QDir::toNativeSeparators(path), file.errorString()));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject())
        return fail(ErrorKind::Corrupt, QCoreApplication::translate("JsonFile", "%1 is damaged: %2")
                                            .arg(QDir::toNativeSeparators(path), error.errorString()));
    return document.object();
}

Status writeJsonFile(const QString &path, const QJsonObject &object)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    const bool opened = file.open(QIODevice::WriteOnly);
    if (opened) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(QJsonDocument(object).toJson());
    }
    if (!opened || !file.commit())
        return fail(ErrorKind::Io, QCoreApplication::translate("JsonFile", "%1 cannot be written: %2")
                                       .arg(QDir::toNativeSeparators(path), file.errorString()));
    return {};
}

} // namespace joinery::ui
