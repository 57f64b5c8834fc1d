// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace joinery::ui {

/// One offer of the completion list.
struct Completion
{
    QString text;   ///< what a person reads and types against
    QString insert; ///< what is written, quoted where the engine needs it
    QString icon;   ///< name of an icon, empty for keywords
    QString detail; ///< dim, on the right: "table · 5,310 rows", "order · Integer"
    int rank = 0;   ///< lower comes first among equally good matches
};

/// Those that fit `typed`, best first, at most `limit`: names that start with it, then words in a name that do
/// ("i" + "id" finds order_id), then names that hold it. Case is ignored.
QList<Completion> matching(const QList<Completion> &all, const QString &typed, int limit = 200);

} // namespace joinery::ui
