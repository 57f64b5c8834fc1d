// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/revision_text.h"

#include "core/operation/apply.h"
#include "core/operation/describe.h"
#include "core/operation/operation_json.h"

#include <QJsonArray>

namespace joinery::cli {

namespace {

QStringList marks(const migration::Revision &revision, const migration::RevisionGraph &graph, const QStringList &current)
{
    QStringList words;
    const int index = graph.indexOf(revision.id);
    if (index >= 0 && graph.node(index).children.empty())
        words.append(QStringLiteral("head"));
    if (index >= 0 && graph.node(index).children.size() > 1)
        words.append(QStringLiteral("branchpoint"));
    if (revision.parents.size() > 1)
        words.append(QStringLiteral("mergepoint"));
    if (current.contains(revision.id))
        words.append(QStringLiteral("current"));
    return words;
}

} // namespace

QString revisionLine(const migration::Revision &revision, const migration::RevisionGraph &graph,
                     const QStringList &current)
{
    QString line = revision.parents.isEmpty() ? QStringLiteral("<base>") : revision.parents.join(QStringLiteral(", "));
    line += QStringLiteral(" -> ") + revision.id;
    for (const QString &word : marks(revision, graph, current))
        line += QStringLiteral(" (%1)").arg(word);
    if (!revision.labels.isEmpty())
        line += QStringLiteral(" [%1]").arg(revision.labels.join(QStringLiteral(", ")));
    return line + QStringLiteral(", ") + revision.message;
}

QJsonObject revisionSummary(const migration::Revision &revision, const migration::RevisionGraph &graph,
                            const QStringList &current)
{
    QJsonObject json{{QStringLiteral("id"), revision.id},
                     {QStringLiteral("parents"), QJsonArray::fromStringList(revision.parents)},
                     {QStringLiteral("depends_on"), QJsonArray::fromStringList(revision.dependsOn)},
                     {QStringLiteral("labels"), QJsonArray::fromStringList(revision.labels)},
                     {QStringLiteral("message"), revision.message},
                     {QStringLiteral("created"), revision.created.toString(Qt::ISODate)}};
    for (const QString &word : marks(revision, graph, current))
        json.insert(word, true);
    return json;
}

QString operationLines(const operation::Operations &operations)
{
    QString text;
    for (const operation::Operation &operation : operations)
        text += operation::describe(operation) + u'\n';
    return text;
}

QJsonArray operationsJson(const operation::Operations &operations)
{
    QJsonArray array;
    for (const operation::Operation &operation : operations) {
        QJsonObject json = operation::toJson(operation);
        json.insert(QStringLiteral("description"), operation::describe(operation));
        json.insert(QStringLiteral("loses_data"), operation::losesData(operation));
        array.append(json);
    }
    return array;
}

QJsonObject toJson(const migration::HalfApplied &half)
{
    return {{QStringLiteral("revision"), half.revision},
            {QStringLiteral("up"), half.up},
            {QStringLiteral("done"), QJsonArray::fromStringList(half.done())},
            {QStringLiteral("left"), QJsonArray::fromStringList(half.left())},
            {QStringLiteral("resume"), half.resumeCommand()}};
}

QJsonObject toJson(const migration::ExecutionReport &report)
{
    return {{QStringLiteral("before"), QJsonArray::fromStringList(report.before)},
            {QStringLiteral("after"), QJsonArray::fromStringList(report.after)},
            {QStringLiteral("done"), QJsonArray::fromStringList(report.done)},
            {QStringLiteral("left"), QJsonArray::fromStringList(report.left)}};
}

} // namespace joinery::cli
