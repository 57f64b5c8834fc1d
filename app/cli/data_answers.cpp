// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/data_answers.h"

#include "app/cli/arguments.h"
#include "app/cli/findings.h"

#include <algorithm>

namespace joinery::cli {

using migration::DataAnswer;

void DataAnswers::declare(Arguments &arguments, DataAnswers &answers)
{
    arguments.list(answers.m_fill, "--fill", "table.column=SQL: the value for rows that have none");
    arguments.list(answers.m_map, "--map", "type.old=new: the enumeration value that takes the place of one that is removed");
    arguments.list(answers.m_keep, "--keep", "table.key=first|last: which of equal rows stays under a new unique key");
    arguments.list(answers.m_orphans, "--orphans", "table.key=delete|null: what becomes of rows that refer to none");
    arguments.flag(answers.m_skip, "--no-preflight", "Do not ask the database whether its rows stand against the revision");
}

Result<operation::Operations> DataAnswers::apply(Context &context, const operation::Operations &operations, const schema::Catalog &before,
                                                 const dialect::Dialect &dialect) const
{
    std::vector<DataAnswer> answers;
    const std::pair<DataAnswer::Kind, const QStringList &> kinds[] = {
        {DataAnswer::Kind::Fill, m_fill}, {DataAnswer::Kind::Map, m_map}, {DataAnswer::Kind::Keep, m_keep}, {DataAnswer::Kind::Orphans, m_orphans}};
    for (const auto &[kind, texts] : kinds) {
        for (const QString &text : texts) {
            auto answer = DataAnswer::parse(kind, text);
            if (!answer)
                return context.usage(answer.error().message);
            answers.push_back(*std::move(answer));
        }
    }
    if (answers.empty())
        return operations;
    return migration::withAnswers(operations, answers, before, dialect);
}

void DataAnswers::add(const QString &kind, const QString &text)
{
    QStringList &list = kind == QLatin1String("fill") ? m_fill : kind == QLatin1String("map") ? m_map : kind == QLatin1String("keep") ? m_keep : m_orphans;
    list.append(text);
}

Result<migration::LintFindings> DataAnswers::open(Context &context, const ProjectHistory &session, const migration::Revision &revision) const
{
    migration::LintFindings open;
    if (m_skip || !context.databaseUrl())
        return open;
    driver::ConnectOptions readOnly;
    readOnly.readOnly = true;
    Result<Database> database = context.openDatabase(readOnly);
    if (!database) {
        context.output().note(QStringLiteral("The database was not asked whether its rows stand against the revision: %1").arg(database.error().message));
        return open;
    }
    JOINERY_TRY_VALUE(const QStringList current, currentHeads(context, *database));
    std::vector<migration::Revision> revisions = session.history.revisions();
    revisions.push_back(revision);
    JOINERY_TRY_VALUE(const migration::History history, migration::History::build(std::move(revisions)));
    QStringList parents = revision.parents;
    parents.sort();
    if (current != parents) {
        context.output().note(QStringLiteral("The database was not asked whether its rows stand against the revision: it is not where the revision begins."));
        return open;
    }
    JOINERY_TRY_VALUE(const migration::GraphRoute route, migration::upgradeRoute(history.graph(), current, revision.id));
    JOINERY_TRY_VALUE(const migration::LintFindings findings,
                      migration::preflight(*database->connection, *database->dialect, history, route, context.token()));
    for (const migration::LintFinding &each : findings) {
        const bool lostOnly = each.finding.code == QLatin1String("DL101") || each.finding.code == QLatin1String("DL102");
        if (each.finding.severity == Severity::Error && !lostOnly)
            open.push_back(each);
    }
    return open;
}

Status DataAnswers::refuse(const migration::LintFindings &open)
{
    QStringList lines;
    for (const migration::LintFinding &each : open) {
        lines.append(QStringLiteral("%1 %2 Rows: %3%4. %5").arg(each.finding.code, each.finding.message).arg(each.count.value_or(0))
                         .arg(each.samples.isEmpty() ? QString() : QStringLiteral(", e.g. ") + each.samples.join(QStringLiteral("; ")), each.finding.fix));
    }
    if (lines.isEmpty())
        return {};
    Error error;
    error.kind = ErrorKind::Refused;
    error.message = QStringLiteral("Rows of the database stand against this revision. Answer what becomes of them, or take --no-preflight.");
    error.detail = lines.join(u'\n');
    return fail(std::move(error));
}

} // namespace joinery::cli
