// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/migration_session.h"
#include "app/cli/revision_text.h"
#include "app/cli/script.h"
#include "core/migration/planner.h"
#include "core/migration/revision_targets.h"

#include <QJsonArray>

namespace joinery::cli {

namespace {

class Show : public Command
{
public:
    Show() : Command("show", "One revision: what it does, in words or in SQL") {}

    void declare(Arguments &arguments) override
    {
        arguments.required(m_target, "revision", "An id or its beginning, head, label@head");
        arguments.choice(m_dialect, "--sql", dialectNames(), "Print its SQL for this engine");
        arguments.flag(m_down, "--down", "With --sql: the way back");
    }

    Result<ExitCode> run(Context &context) override
    {
        JOINERY_TRY_VALUE(const ProjectHistory session, openHistory(context));
        const migration::RevisionGraph &graph = session.history.graph();
        JOINERY_TRY_VALUE(const int index, migration::resolveOne(graph, m_target));
        if (index < 0)
            return context.usage(QStringLiteral("\"%1\" names no revision.").arg(m_target));
        const migration::Revision &revision = *session.history.revision(graph.node(index).id);
        JOINERY_TRY(write(context, session.history, revision));
        return ExitCode::Done;
    }

private:
    Status write(Context &context, const migration::History &history, const migration::Revision &revision)
    {
        if (!m_dialect.isEmpty())
            return writeSql(context, history, revision);
        if (context.options().json)
            return context.output().write(summary(revision, history.graph()));
        return context.output().write(text(revision, history.graph()));
    }

    Status writeSql(Context &context, const migration::History &history, const migration::Revision &revision)
    {
        const dialect::Dialect &dialect = *findDialect(m_dialect);
        JOINERY_TRY_VALUE(const migration::PlannedRevision planned,
                          migration::Planner(history, dialect).revision(revision.id, !m_down));
        dialect::SqlSteps steps;
        for (const migration::PlannedOperation &operation : planned.operations)
            steps.insert(steps.end(), operation.sql.begin(), operation.sql.end());
        for (const QString &loss : planned.losses)
            context.output().note(QStringLiteral("This loses %1.").arg(loss));
        return context.output().write(scriptText(steps, dialect));
    }

    static QJsonObject summary(const migration::Revision &revision, const migration::RevisionGraph &graph)
    {
        QJsonObject json = revisionSummary(revision, graph);
        json.insert(QStringLiteral("dialect"), revision.dialect);
        json.insert(QStringLiteral("operations"), operationsJson(revision.operations));
        return json;
    }

    static QString text(const migration::Revision &revision, const migration::RevisionGraph &graph)
    {
        return revisionLine(revision, graph) + u'\n' +
               QStringLiteral("Created: %1\n\n").arg(revision.created.toString(Qt::ISODate)) +
               operationLines(revision.operations);
    }

    QString m_target, m_dialect;
    bool m_down = false;
};

} // namespace

std::unique_ptr<Command> makeShow()
{
    return std::make_unique<Show>();
}

} // namespace joinery::cli
