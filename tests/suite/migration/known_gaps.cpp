// SPDX-License-Identifier: GPL-3.0-or-later
#include "suite/migration/known_gaps.h"

namespace joinery::test {

const QMap<QString, QString> &knownGaps(const QString &file)
{
    static const QString kIndexMethod = QStringLiteral("information_schema says BTREE for an index that was written USING HASH");
    static const QString kNoCast = QStringLiteral("PostgreSQL has no cast between the two types, and the conversion is not asked for");
    static const QString kTwins = QStringLiteral("two equal UNIQUE constraints of one table come out as one");
    static const QMap<QString, QMap<QString, QString>> kGaps{
        {QStringLiteral("matrix-mysql"), {{QStringLiteral("matrix-mysql-078"), kIndexMethod}}},
        {QStringLiteral("diff-postgresql"), {
            {QStringLiteral("diff-postgresql-0005"), kNoCast},
            {QStringLiteral("diff-postgresql-0020"), kNoCast},
            {QStringLiteral("diff-postgresql-0028"), kNoCast},
            {QStringLiteral("diff-postgresql-0065"), kNoCast},
            {QStringLiteral("diff-postgresql-0070"), kNoCast},
            {QStringLiteral("diff-postgresql-0075"), kNoCast},
            {QStringLiteral("diff-postgresql-0092"), kTwins},
            {QStringLiteral("diff-postgresql-0095"), kNoCast},
            {QStringLiteral("diff-postgresql-0111"), kTwins},
            {QStringLiteral("diff-postgresql-0127"), kNoCast},
            {QStringLiteral("diff-postgresql-0154"), kNoCast},
            {QStringLiteral("diff-postgresql-0168"), kNoCast},
            {QStringLiteral("diff-postgresql-0185"), kNoCast},
            {QStringLiteral("diff-postgresql-0206"), kNoCast},
            {QStringLiteral("diff-postgresql-0215"), kNoCast},
        }},
    };
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
