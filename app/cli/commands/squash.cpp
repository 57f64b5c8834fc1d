// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/migration_session.h"
#include "app/cli/revision_text.h"
#include "core/migration/revision_targets.h"
#include "core/migration/squash.h"

#include <QJsonArray>

namespace joinery::cli {

namespace {

class Squash : public Command
{
public:
    Squash() : Command("squash", "Put revisions in a row together into one, which has the id of the last") {}

    void declare(Arguments &arguments) override
    {
        arguments.required(m_range, "range", "FROM:TO: the revisions behind FROM (base, or nothing: from the start) up to TO");
        arguments.required(m_message, "-m,--message", "What the revision does");
        arguments.flag(m_dryRun, "--dry-run", "Say what it would be, and write nothing");
        arguments.flag(m_prove, "--prove", "Also make a scratch database each way, beside the database of the project, and compare them");
    }

    Result<ExitCode> run(Context &context) override
    {
        const auto [from, to] = splitRange(m_range);
        if (!m_range.contains(u':'))
            return context.usage(QStringLiteral("\"%1\" is no range; write FROM:TO.").arg(m_range));
        JOINERY_TRY_VALUE(const ProjectHistory session, openHistory(context));
        JOINERY_TRY_VALUE(const QString first, id(session.history.graph(), from.isEmpty() ? QStringLiteral("base") : from));
        JOINERY_TRY_VALUE(const QString last, id(session.history.graph(), to.isEmpty() ? QStringLiteral("head") : to));
        JOINERY_TRY_VALUE(const migration::Squash squash, migration::planSquash(session.history, first, last, m_message));
        if (m_prove) {
            JOINERY_TRY(prove(context, session, squash));
        }
        if (!m_dryRun) {
            JOINERY_TRY(migration::writeSquash(session.project.revisions(), squash));
        }
        const migration::Revision &one = squash.revision;
        const QJsonObject json{{QStringLiteral("revision"), one.id}, {QStringLiteral("replaces"), QJsonArray::fromStringList(one.replaces)},
                               {QStringLiteral("operations_before"), qint64(squash.operations)}, {QStringLiteral("operations"), operationsJson(one.operations)},
                               {QStringLiteral("notes"), QJsonArray::fromStringList(squash.notes)}, {QStringLiteral("dry_run"), m_dryRun}};
        JOINERY_TRY(context.options().json ? context.output().write(json) : context.output().write(operationLines(one.operations)));
        for (const QString &note : squash.notes)
            context.output().note(note);
        context.output().note(QStringLiteral("%1 revisions with %2 operations %3 %4 with %5. A database that stands between them finishes the old way.")
                                  .arg(one.replaces.size()).arg(squash.operations)
                                  .arg(m_dryRun ? QStringLiteral("would become") : QStringLiteral("became"), one.id).arg(one.operations.size()));
        return ExitCode::Done;
    }

private:
    static Result<QString> id(const migration::RevisionGraph &graph, const QString &word)
    {
        JOINERY_TRY_VALUE(const int index, migration::resolveOne(graph, word));
        return index < 0 ? QString() : graph.node(index).id;
    }

    static Status prove(Context &context, const ProjectHistory &session, const migration::Squash &squash)
    {
        bool isReadOnly = false;
        JOINERY_TRY(context.databaseUrl(&isReadOnly));
        if (isReadOnly)
            return fail(ErrorKind::ReadOnly, QStringLiteral("The environment is read-only: no scratch databases may be made on its server."));
        driver::ConnectOptions readOnly;
        readOnly.readOnly = true;
        JOINERY_TRY_VALUE(const Database database, context.openDatabase(readOnly));
        driver::ConnectOptions create;
        create.createFile = true;
        JOINERY_TRY(migration::proveSquash(session.history, squash, database.url, *database.dialect,
                                           [&](const driver::Url &url) { return joinery::connect(url, create, context.token()); }, context.token()));
        context.output().note(QStringLiteral("Both ways make the same database on %1.").arg(database.dialect->displayName()));
        return {};
    }

    QString m_range, m_message;
    bool m_dryRun = false;
    bool m_prove = false;
};

} // namespace

std::unique_ptr<Command> makeSquash()
{
    return std::make_unique<Squash>();
}

} // namespace joinery::cli
