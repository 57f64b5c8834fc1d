// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/edit/commit_places.h"

#include <QCryptographicHash>
#include <QStandardPaths>

namespace joinery::ui {

QString historyFolder(const QString &connectionId)
{
    // An id may hold anything a file name may not.
    const QByteArray id = QCryptographicHash::hash(connectionId.toUtf8(), QCryptographicHash::Sha1).toHex();
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/commits/") + QString::fromLatin1(id);
}

} // namespace joinery::ui
