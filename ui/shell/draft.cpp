// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/draft.h"

#include "core/schema/catalog_json.h"
#include "ui/common/json_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

namespace joinery::ui {

Draft::Draft(const QString &stateFolder, ProjectSession &project)
    : QObject(&project), m_file(fileOf(stateFolder, project.folder())), m_project(project)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(300);
    connect(&m_soon, &QTimer::timeout, this, &Draft::writeNow);
    const auto later = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(&project.document(), &project::Document::changed, this, later);
    connect(&project.document(), &project::Document::wasReset, this, later);
    connect(&project, &ProjectSession::saved, this, &Draft::remove);
}

std::optional<schema::Catalog> Draft::read(const QString &stateFolder, const QString &projectFolder)
{
    const Result<QJsonObject> file = readJsonFile(fileOf(stateFolder, projectFolder));
    if (!file || file->isEmpty())
        return {};
    Result<schema::Catalog> catalog = schema::catalogFromJson(file->value(u"model").toObject());
    if (!catalog)
        return {};
    return *std::move(catalog);
}

void Draft::writeNow()
{
    m_soon.stop();
    if (!m_project.isModified()) {
        remove(); // everything was undone
        return;
    }
    const Status written = writeJsonFile(m_file, {{QStringLiteral("project"), m_project.folder()},
                                                  {QStringLiteral("model"), schema::toJson(m_project.document().catalog())}});
    if (!written)
        Q_EMIT failed(written.error());
}

QString Draft::fileOf(const QString &stateFolder, const QString &projectFolder)
{
    const QByteArray hash = QCryptographicHash::hash(QDir(projectFolder).absolutePath().toUtf8(), QCryptographicHash::Sha1);
    return stateFolder + QStringLiteral("/drafts/") + QString::fromLatin1(hash.toHex().left(16)) + QStringLiteral(".json");
}

void Draft::remove()
{
    m_soon.stop();
    QFile::remove(m_file);
}

} // namespace joinery::ui
