// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/migration_session.h"

#include "app/cli/revision_text.h"

#include <QJsonArray>

namespace joinery::cli {

namespace {

void showDone(Context &context, const migration::History &history, const migration::ExecutionReport &report)
{
    for (const QString &id : report.done) {
        const migration::Revision *revision = history.revision(id);
        context.output().note(QStringLiteral("%1  %2").arg(id, revision ? revision->message : QString()));
    }
    const QString at = report.after.isEmpty() ? QStringLiteral("base") : report.after.join(QStringLiteral(", "));
    context.output().note(report.before == report.after ? QStringLiteral("The database stays at %1.").arg(at)
                                                        : QStringLiteral("The database is at %1.").arg(at));
}

/// The engine's words, and what a person must know of the state that is left.
Error explained(const migration::ExecutionReport &report)
{
    Error error = *report.failure;
    QStringList lines;
    if (!error.detail.isEmpty())
        lines.append(error.detail);
    if (!report.failedRevision.isEmpty())
        lines.append(QStringLiteral("This was in revision %1.").arg(report.failedRevision));
    if (report.halfApplied)
        lines.append(halfAppliedText(*report.halfApplied));
    if (error.kind == ErrorKind::Duplicate && report.before.isEmpty())
        lines.append(QStringLiteral("The database is stamped with no revision, and something of the first one is there already: "
                                    "\"stamp REVISION\" tells Joinery where it stands."));
    error.detail = lines.join(u'\n');
    return error;
}

} // namespace

QString halfAppliedText(const migration::HalfApplied &half)
{
    const QStringList done = half.done(), left = half.left();
    const auto block = [](const QStringList &statements) {
        QString text;
        for (const QString &statement : statements)
            text += QStringLiteral("\n    ") + statement;
        return text.isEmpty() ? QStringLiteral(" nothing") : text;
    };
    QString text = QStringLiteral("Revision %1 is half %2: the server cannot take its statements back.")
                       .arg(half.revision, half.up ? QStringLiteral("applied") : QStringLiteral("taken back"));
    text += QStringLiteral("\nDone:") + block(done) + QStringLiteral("\nLeft:") + block(left);
    if (half.rendered < half.operations)
        text += QStringLiteral("\n    and what %1 more operations need").arg(half.operations - half.rendered);
    return text + QStringLiteral("\nTo go on: %1").arg(half.resumeCommand());
}

Result<ExitCode> abandonHalfApplied(Context &context)
{
    JOINERY_TRY_VALUE(const ProjectHistory session, openHistory(context));
    JOINERY_TRY_VALUE(Database database, context.openDatabase());
    JOINERY_TRY_VALUE(const std::optional<migration::HalfApplied> half,
                      migration::Journal(*database.dialect, *database.connection).read(context.token()));
    if (!half) {
        context.output().note(QStringLiteral("No revision is half applied."));
        return ExitCode::Done;
    }
    migration::Executor executor(session.history, *database.dialect, *database.connection, [&] {
        return joinery::connect(database.url, {}, context.token());
    });
    JOINERY_TRY(executor.abandon({}, context.token()));
    context.output().note(QStringLiteral("Forgotten that revision %1 was begun. What it did stays in the database: `check` shows it.")
                              .arg(half->revision));
    return ExitCode::Done;
}

Result<ProjectHistory> openHistory(Context &context)
{
    JOINERY_TRY_VALUE(project::Project project, context.openProject());
    JOINERY_TRY_VALUE(migration::History history, project.revisions().load());
    for (const Finding &finding : history.findings())
        context.output().finding(finding);
    return ProjectHistory{std::move(project), std::move(history)};
}

Result<QStringList> currentHeads(Context &context, Database &database)
{
    return migration::VersionTable(*database.dialect).read(*database.connection, context.token());
}

std::pair<QString, QString> splitRange(const QString &range)
{
    const qsizetype colon = range.indexOf(u':');
    return colon < 0 ? std::pair{QString(), range} : std::pair{range.left(colon), range.mid(colon + 1)};
}

Result<ExitCode> moveDatabase(Context &context, bool allowDestructive, const Move &move)
{
    JOINERY_TRY_VALUE(const ProjectHistory session, openHistory(context));
    driver::ConnectOptions options;
    options.createFile = true;
    JOINERY_TRY_VALUE(Database database, context.openDatabase(options));
    migration::Executor executor(session.history, *database.dialect, *database.connection, [&] {
        return joinery::connect(database.url, options, context.token());
    });
    migration::ExecutionOptions execution;
    execution.allowDestructive = allowDestructive;
    execution.progress = [&context](const migration::ExecutionProgress &at) {
        context.output().progress(QStringLiteral("%1 (%2 of %3): statement %4 of %5")
                                      .arg(at.revisionId).arg(at.revision).arg(at.revisions)
                                      .arg(at.statement).arg(at.statements));
    };
    Result<migration::ExecutionReport> moved = move(executor, execution);
    if (!moved) {
        if (moved.error().kind == ErrorKind::Refused && !allowDestructive)
            moved.error().detail = QStringLiteral("--allow-destructive allows it.");
        return fail(std::move(moved).error());
    }
    const migration::ExecutionReport &report = *moved;
    context.showNotices(*database.connection);
    showDone(context, session.history, report);
    if (report.failure)
        return fail(explained(report));
    if (context.options().json)
        JOINERY_TRY(context.output().write(toJson(report)));
    return ExitCode::Done;
}

Result<migration::RehearsalReport> rehearseDatabase(Context &context, const RehearsalChoice &choice)
{
    using Phase = migration::RehearsalProgress::Phase;
    JOINERY_TRY_VALUE(const ProjectHistory session, openHistory(context));
    driver::Url url;
    bool isReadOnly = false;
    JOINERY_TRY(context.databaseUrl(&isReadOnly));
    {
        // Asks for a password where there is need of one; a copy is made while nobody is connected.
        driver::ConnectOptions readOnly;
        readOnly.readOnly = true;
        JOINERY_TRY_VALUE(const Database database, context.openDatabase(readOnly));
        url = database.url;
    }
    migration::RehearsalOptions options;
    options.copy.level = choice.level;
    options.copy.sampleRows = choice.sampleRows;
    options.copy.mayMakeDatabases = !isReadOnly;
    options.progress = [&context](const migration::RehearsalProgress &at) {
        const QString what = at.phase == Phase::Copy ? QStringLiteral("copy") : at.phase == Phase::Up ? QStringLiteral("up")
            : at.phase == Phase::Down ? QStringLiteral("down") : at.phase == Phase::UpAgain ? QStringLiteral("up again") : QStringLiteral("compare");
        context.output().progress(at.total > 0 ? QStringLiteral("%1 (%2 of %3): %4").arg(what).arg(at.done).arg(at.total).arg(at.text.simplified())
                                               : QStringLiteral("%1 %2").arg(what, at.text));
    };
    const interop::Connect connect = [&](const driver::Url &each) {
        driver::ConnectOptions how;
        how.createFile = each != url;
        return joinery::connect(each, how, context.token());
    };
    return migration::rehearse(url, dialectOf(url), connect, session.history, choice.target, options, context.token());
}

Result<ExitCode> addRevision(Context &context, const ProjectHistory &session, const migration::Revision &revision)
{
    JOINERY_TRY_VALUE(const QString file, session.project.revisions().add(revision));
    const QJsonObject json{{QStringLiteral("revision"), revision.id},
                           {QStringLiteral("file"), file},
                           {QStringLiteral("operations"), operationsJson(revision.operations)}};
    JOINERY_TRY(context.options().json ? context.output().write(json) : context.output().writeLine(revision.id));
    context.output().note(QStringLiteral("Wrote %1.").arg(file));
    return ExitCode::Done;
}

} // namespace joinery::cli
