// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/rehearsal_text.h"

#include "app/cli/findings.h"
#include "app/cli/output.h"
#include "app/cli/revision_text.h"

#include <QJsonArray>

namespace joinery::cli {

namespace {

using migration::RehearsalStage;
using migration::RehearsedStatement;

QString seconds(qint64 microseconds)
{
    return microseconds < 1'000'000 ? QString(QString::number(double(microseconds) / 1e3, 'f', 1) + QLatin1String(" ms"))
                                    : QString(QString::number(double(microseconds) / 1e6, 'f', 2) + QLatin1String(" s"));
}

QString headsText(const QStringList &heads) { return heads.isEmpty() ? QStringLiteral("base") : heads.join(QLatin1String(", ")); }

QString indented(const QString &text)
{
    return QLatin1String("    ") + text.trimmed().replace(u'\n', QLatin1String("\n    ")) + u'\n';
}

QString statementText(const RehearsedStatement &each)
{
    QString text = QStringLiteral("  %1  %2\n").arg(seconds(each.microseconds), 10).arg(each.sql.simplified());
    const QString further = QString(14, u' ');
    if (each.expected)
        text += further + QStringLiteral("on all rows about %1\n").arg(seconds(*each.expected));
    if (!each.locks.isEmpty())
        text += further + QStringLiteral("locks %1\n").arg(each.locks.join(QLatin1String(", ")));
    if (!each.rewrites.isEmpty())
        text += further + QStringLiteral("writes anew: %1\n").arg(each.rewrites.join(QLatin1String(", ")));
    return text;
}

QString verdict(const RehearsalStage &stage)
{
    if (stage.failure) {
        QStringList words{QStringLiteral("  FAILED%1: %2").arg(stage.failedRevision.isEmpty() ? QString() : QLatin1String(" in ") + stage.failedRevision, stage.failure->message)};
        if (!stage.failure->detail.isEmpty())
            words << indented(stage.failure->detail).trimmed();
        if (!stage.failure->statement.isEmpty())
            words << QLatin1String("    ") + stage.failure->statement.simplified();
        return words.join(u'\n') + u'\n';
    }
    QString text;
    if (!stage.differences.empty()) {
        text += stage.kind == RehearsalStage::Kind::Up ? QStringLiteral("  WRONG: the copy is not as the revisions say:\n")
            : stage.kind == RehearsalStage::Kind::Down ? QStringLiteral("  WRONG: the copy is not as it was at the start:\n")
                                                       : QStringLiteral("  WRONG: the copy is not as it was the first time:\n");
        text += indented(operationLines(stage.differences));
    }
    if (!stage.changed.isEmpty())
        text += QStringLiteral("  WRONG: values that nothing should change are others now: %1\n").arg(stage.changed.join(QLatin1String(", ")));
    return text.isEmpty() ? QStringLiteral("  as it should be\n") : text;
}

QJsonObject json(const RehearsedStatement &each)
{
    QJsonObject object{{QStringLiteral("revision"), each.revision}, {QStringLiteral("sql"), each.sql}, {QStringLiteral("seconds"), double(each.microseconds) / 1e6},
                       {QStringLiteral("locks"), QJsonArray::fromStringList(each.locks)}, {QStringLiteral("rewrites"), QJsonArray::fromStringList(each.rewrites)}};
    if (each.expected)
        object.insert(QStringLiteral("expected_seconds"), double(*each.expected) / 1e6);
    if (!each.algorithm.isEmpty())
        object.insert(QStringLiteral("algorithm"), each.algorithm);
    return object;
}

QJsonObject json(const RehearsalStage &stage)
{
    QJsonArray statements;
    for (const RehearsedStatement &each : stage.statements)
        statements.append(json(each));
    QJsonObject object{{QStringLiteral("stage"), migration::stageName(stage.kind)}, {QStringLiteral("good"), stage.isGood()},
                       {QStringLiteral("seconds"), double(stage.microseconds) / 1e6}, {QStringLiteral("statements"), statements},
                       {QStringLiteral("differences"), operationsJson(stage.differences)}, {QStringLiteral("changed"), QJsonArray::fromStringList(stage.changed)}};
    if (stage.failure) {
        object.insert(QStringLiteral("failure"), toJson(*stage.failure));
        object.insert(QStringLiteral("failed_revision"), stage.failedRevision);
    }
    return object;
}

} // namespace

QString rehearsalText(const migration::RehearsalReport &report)
{
    QString text = QStringLiteral("Copy %1 (%2, %3) in %4\n").arg(report.shadow, migration::levelName(report.level), report.way, seconds(report.copyMicroseconds));
    if (report.level == migration::CopyLevel::Sample) {
        for (const migration::CopiedRows &rows : report.rows)
            text += QStringLiteral("  %1: %2 of %3 rows\n").arg(rows.table.toString()).arg(rows.copied).arg(rows.source);
    }
    if (!report.startDifferences.empty())
        text += QStringLiteral("The database is not as its revision says (`check` shows it):\n") + indented(operationLines(report.startDifferences));
    for (const RehearsalStage &stage : report.stages) {
        const bool down = stage.kind == RehearsalStage::Kind::Down;
        text += QStringLiteral("\n%1 from %2 to %3: %4\n").arg(migration::stageName(stage.kind), headsText(down ? report.after : report.before),
                                                               headsText(down ? report.before : report.after), seconds(stage.microseconds));
        for (const RehearsedStatement &each : stage.statements)
            text += statementText(each);
        text += verdict(stage);
    }
    if (report.noWayBack)
        text += QStringLiteral("\nThe way back was not rehearsed: %1\n").arg(report.noWayBack->message);
    if (!report.notBack.isEmpty())
        text += QStringLiteral("\nThe way back does not bring back the values of %1.\n").arg(report.notBack.join(QLatin1String(", ")));
    if (!report.indexesLeft.isEmpty())
        text += QStringLiteral("\nThe server made these indexes for foreign keys, and keeps them when the way back drops the keys: %1.\n").arg(report.indexesLeft.join(QLatin1String(", ")));
    if (!report.findings.empty())
        text += u'\n';
    for (const migration::LintFinding &each : report.findings)
        text += findingText(each);
    text += report.isGood() ? QStringLiteral("\nThe rehearsal went well: about %1 for the way up.\n").arg(seconds(report.expectedMicroseconds()))
                            : QStringLiteral("\nThe rehearsal failed.\n");
    return text;
}

QJsonObject toJson(const migration::RehearsalReport &report)
{
    QJsonArray stages, rows, findings;
    for (const RehearsalStage &stage : report.stages)
        stages.append(json(stage));
    for (const migration::CopiedRows &each : report.rows)
        rows.append(QJsonObject{{QStringLiteral("table"), each.table.toString()}, {QStringLiteral("rows"), each.source}, {QStringLiteral("copied"), each.copied}});
    for (const migration::LintFinding &each : report.findings)
        findings.append(toJson(each));
    QJsonObject object{{QStringLiteral("good"), report.isGood()}, {QStringLiteral("level"), migration::levelName(report.level)},
                       {QStringLiteral("copy"), report.shadow}, {QStringLiteral("way"), report.way},
                       {QStringLiteral("copy_seconds"), double(report.copyMicroseconds) / 1e6}, {QStringLiteral("rows"), rows},
                       {QStringLiteral("before"), QJsonArray::fromStringList(report.before)}, {QStringLiteral("after"), QJsonArray::fromStringList(report.after)},
                       {QStringLiteral("revisions"), QJsonArray::fromStringList(report.revisions)},
                       {QStringLiteral("start_differences"), operationsJson(report.startDifferences)}, {QStringLiteral("stages"), stages},
                       {QStringLiteral("not_back"), QJsonArray::fromStringList(report.notBack)}, {QStringLiteral("indexes_left"), QJsonArray::fromStringList(report.indexesLeft)}, {QStringLiteral("findings"), findings},
                       {QStringLiteral("expected_seconds"), double(report.expectedMicroseconds()) / 1e6}};
    if (report.noWayBack)
        object.insert(QStringLiteral("no_way_back"), report.noWayBack->message);
    return object;
}

} // namespace joinery::cli
