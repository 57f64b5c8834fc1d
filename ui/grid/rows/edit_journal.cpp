// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/rows/edit_journal.h"

#include "core/session/change_set_json.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>

namespace joinery::ui {

namespace {

constexpr int kFormat = 1;
constexpr int kDelay = 100; // milliseconds

} // namespace

EditJournal::EditJournal(const QString &connectionId, const schema::Name &table, const QString &tab, QObject *parent) : QObject(parent)
{
    // Names may hold anything a file name may not.
    const QString place = tab.isEmpty() ? QString() : QString(u'\n' + tab);
    const QByteArray id = (connectionId + u'\n' + table.schema + u'\n' + table.name + place).toUtf8();
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/edits");
    m_path = folder + u'/' + QString::fromLatin1(QCryptographicHash::hash(id, QCryptographicHash::Sha1).toHex()) + QStringLiteral(".json");
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelay);
    connect(&m_timer, &QTimer::timeout, this, &EditJournal::flush);
}

EditJournal::~EditJournal()
{
    if (m_timer.isActive())
        flush();
}

Result<std::optional<EditJournal::Kept>> EditJournal::read() const
{
    QFile file(m_path);
    if (!file.exists())
        return std::optional<Kept>();
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Io, file.errorString());
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    if (json[QStringLiteral("format")].toInt() > kFormat)
        return fail(ErrorKind::NewerFormat, tr("Staged edits were kept by a newer version of Joinery in %1.").arg(m_path));
    Kept kept;
    kept.when = QDateTime::fromString(json[QStringLiteral("when")].toString(), Qt::ISODate);
    kept.wasCommitting = json[QStringLiteral("committing")].toBool();
    JOINERY_TRY_VALUE(kept.changes, session::rowChangesFromJson(json[QStringLiteral("changes")].toArray()));
    if (kept.changes.empty())
        return fail(ErrorKind::Corrupt, tr("The staged edits kept in %1 cannot be read.").arg(m_path));
    return std::optional<Kept>(std::move(kept));
}

void EditJournal::keep(const std::vector<session::RowChange> &changes)
{
    m_waiting = changes;
    m_timer.start();
}

void EditJournal::setCommitting(bool committing)
{
    m_committing = committing;
    flush();
}

void EditJournal::flush()
{
    m_timer.stop();
    if (m_waiting.empty()) {
        QFile::remove(m_path);
        return;
    }
    QDir().mkpath(QFileInfo(m_path).path());
    QSaveFile file(m_path);
    const QJsonObject json{{QStringLiteral("format"), kFormat},
                           {QStringLiteral("when"), QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
                           {QStringLiteral("committing"), m_committing}, {QStringLiteral("changes"), session::toJson(m_waiting)}};
    // Rows may be anybody's secrets: for the user alone.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(QJsonDocument(json).toJson(QJsonDocument::Compact)) < 0 || !file.commit()) {
        Error error;
        error.kind = ErrorKind::Io;
        error.message = file.errorString();
        Q_EMIT failed(error);
    }
}

} // namespace joinery::ui
