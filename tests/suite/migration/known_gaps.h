// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QStringList>

namespace joinery::test {

/// Cases that we are known to answer wrongly, each with what is missing. They are judged like all others: one that
/// turns right fails the test until it is taken out here, so the list may only become smaller.
const QMap<QString, QString> &knownGaps(const QString &file);

/// What is worth failing for: problems (by case) that are not known, and known ones that are gone.
QStringList surprises(const QString &file, const QMap<QString, QString> &problems, const QStringList &judged);

} // namespace joinery::test
