// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/findings.h"

#include "core/migration/checks/preflight.h"
#include "core/migration/revision_targets.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace joinery::cli {

namespace {

QString word(Severity severity)
{
    switch (severity) {
    case Severity::Info: return QStringLiteral("info");
    case Severity::Warning: return QStringLiteral("warning");
    case Severity::Error: return QStringLiteral("error");
    }
    return {};
}

} // namespace

QJsonObject toJson(const migration::LintFinding &each)
{
    QJsonObject json{{QStringLiteral("code"), each.finding.code},       {QStringLiteral("severity"), word(each.finding.severity)},
                     {QStringLiteral("object"), each.finding.object},   {QStringLiteral("message"), each.finding.message},
                     {QStringLiteral("revision"), each.revision},       {QStringLiteral("operation"), each.operation}};
    if (!each.finding.fix.isEmpty())
        json.insert(QStringLiteral("fix"), each.finding.fix);
    if (!each.allowed.isEmpty())
        json.insert(QStringLiteral("allowed"), each.allowed);
    if (each.count)
        json.insert(QStringLiteral("count"), *each.count);
    if (!each.samples.isEmpty())
        json.insert(QStringLiteral("samples"), QJsonArray::fromStringList(each.samples));
    return json;
}

QString findingText(const migration::LintFinding &each)
{
    QString line = QStringLiteral("%1 %2 %3 %4: %5").arg(each.finding.code, each.allowed.isEmpty() ? word(each.finding.severity) : QStringLiteral("allowed"),
                                                         each.revision, each.finding.object, each.finding.message);
    if (each.count)
        line += QStringLiteral(" Rows: %1.").arg(*each.count);
    if (!each.samples.isEmpty())
        line += QStringLiteral("\n    e.g. ") + each.samples.join(QStringLiteral("; "));
    if (!each.finding.fix.isEmpty())
        line += QStringLiteral("\n    ") + each.finding.fix;
    if (!each.allowed.isEmpty())
        line += QStringLiteral("\n    because: ") + each.allowed;
    return line + u'\n';
}

Result<QStringList> revisionsOf(const migration::History &all, const QString &range, const QStringList &current)
{
    using Follow = migration::RevisionGraph::Follow;
    const migration::History &history = range.isEmpty() ? all.reaching(current) : all;
    const migration::RevisionGraph &graph = history.graph();
    const auto [from, to] = splitRange(range);
    migration::Indexes tips;
    if (to.isEmpty()) {
        tips = graph.realHeads();
    } else {
        JOINERY_TRY_VALUE(tips, migration::resolveTarget(graph, to));
    }
    migration::Indexes below;
    if (range.contains(u':')) {
        if (!from.isEmpty()) {
            JOINERY_TRY_VALUE(below, migration::resolveTarget(graph, from));
        }
    } else if (range.isEmpty()) {
        JOINERY_TRY_VALUE(below, migration::currentRevisions(graph, current));
    } else {
        return graph.ids(tips); // one revision alone
    }
    const migration::Indexes known = graph.ancestors(below, Follow::Dependencies);
    migration::Indexes wanted;
    for (const int at : graph.ancestors(tips, Follow::Dependencies)) {
        if (std::ranges::find(known, at) == known.end())
            wanted.push_back(at);
    }
    QStringList ids;
    for (const QString &id : graph.upwards()) {
        if (std::ranges::find(wanted, graph.indexOf(id)) != wanted.end())
            ids.append(id);
    }
    return ids;
}

Result<migration::LintFindings> preflightFindings(Context &context, const ProjectHistory &session, Database &database, bool up, const QString &target)
{
    JOINERY_TRY_VALUE(const QStringList current, currentHeads(context, database));
    const migration::History &history = session.history.reaching(current);
    const migration::RevisionGraph &graph = history.graph();
    JOINERY_TRY_VALUE(const migration::GraphRoute route, up ? migration::upgradeRoute(graph, current, target) : migration::downgradeRoute(graph, current, target));
    return migration::preflight(*database.connection, *database.dialect, history, route, context.token());
}

Result<ExitCode> writeFindings(Context &context, const migration::LintFindings &findings, const QString &nothing)
{
    QJsonArray array;
    QString lines;
    bool stands = false;
    for (const migration::LintFinding &each : findings) {
        array.append(toJson(each));
        lines += findingText(each);
        stands = stands || (each.allowed.isEmpty() && each.finding.severity != Severity::Info);
    }
    JOINERY_TRY(context.options().json ? context.output().write(QJsonObject{{QStringLiteral("findings"), array}}) : context.output().write(lines));
    if (findings.empty())
        context.output().note(nothing);
    return stands ? ExitCode::Findings : ExitCode::Done;
}

} // namespace joinery::cli
