// SPDX-License-Identifier: GPL-3.0-or-later
#include "suite/migration/known_gaps.h"

namespace joinery::test {

const QMap<QString, QString> &knownGaps(const QString &file)
{
    static const QMap<QString, QMap<QString, QString>> kGaps{};
    static const QMap<QString, QString> kNone;
    const auto found = kGaps.constFind(file);
    return found == kGaps.constEnd() ? kNone : *found;
}

QStringList surprises(const QString &file, const QMap<QString, QString> &problems, const QStringList &judged)
{
    const QMap<QString, QString> &gaps = knownGaps(file);
    QStringList found;
    for (auto problem = problems.begin(); problem != problems.end(); ++problem) {
        if (!gaps.contains(problem.key()))
            found.append(problem.key() + QStringLiteral(": ") + problem.value());
    }
    for (const QString &id : judged) {
        if (gaps.contains(id) && !problems.contains(id))
            found.append(id + QStringLiteral(": is right now, take it out of known_gaps.cpp"));
    }
    return found;
}

} // namespace joinery::test
