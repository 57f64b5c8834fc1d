// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/revision_jobs.h"

#include "core/builtin.h"
#include "core/migration/planner.h"
#include "core/migration/revision_directory.h"
#include "core/operation/apply.h"
#include "core/project/project.h"
#include "core/worker/background.h"
#include "core/worker/post.h"

namespace joinery::worker {

namespace {

QString scriptOf(const dialect::SqlSteps &steps)
{
    QString text;
    for (const dialect::SqlStep &step : steps)
        text += step.sql + QLatin1String(";\n");
    return text;
}

/// The steps of every engine. An engine that cannot say it gets the reason as a comment.
std::vector<RevisionText::Engine> render(const operation::Operations &operations, const schema::Catalog &before)
{
    std::vector<RevisionText::Engine> engines;
    for (const dialect::Dialect *dialect : allDialects()) {
        if (dialect->name() == QLatin1String("generic"))
            continue;
        const Result<dialect::SqlSteps> steps = dialect::renderAll(*dialect, operations, before);
        engines.push_back({dialect->name(), dialect->displayName(),
                           steps ? scriptOf(*steps) : QString(QLatin1String("-- ") + steps.error().message)});
    }
    return engines;
}

Result<RevisionText> textOf(const operation::Operations &operations, const schema::Catalog &before)
{
    RevisionText text;
    text.up = render(operations, before);
    text.losses = migration::lossesOf(operations);
    const std::optional<operation::Operations> back = operation::invertAll(operations, before);
    text.reversible = back.has_value();
    if (!back)
        return text;
    schema::Catalog after = before;
    JOINERY_TRY(operation::applyAll(after, operations));
    text.down = render(*back, after);
    text.reverseLosses = migration::lossesOf(*back);
    return text;
}

} // namespace

Job readHistory(const QString &projectFolder, QObject *receiver, std::function<void(Result<HistoryAnswer>)> done)
{
    return inBackground<HistoryAnswer>([projectFolder](const CancelToken &) -> Result<HistoryAnswer> {
        JOINERY_TRY_VALUE(const project::Project project, project::Project::open(projectFolder));
        JOINERY_TRY_VALUE(migration::RevisionDirectory::Contents contents, project.revisions().read());
        JOINERY_TRY_VALUE(migration::History history, migration::History::build(std::move(contents.revisions)));
        HistoryAnswer answer;
        answer.findings = std::move(contents.findings);
        std::ranges::copy(history.findings(), std::back_inserter(answer.findings));
        answer.history = std::make_shared<const migration::History>(std::move(history));
        return answer;
    }, receiver, std::move(done));
}

Job modelChanges(migration::HistoryPtr history, schema::CatalogPtr models, QObject *receiver,
                 std::function<void(Result<compare::Difference>)> done)
{
    return inBackground<compare::Difference>([history, models](const CancelToken &) -> Result<compare::Difference> {
        JOINERY_TRY_VALUE(const schema::Catalog heads, history->catalogAtHeads());
        return compare::compare(heads, *models);
    }, receiver, std::move(done));
}

Job addRevision(const NewRevision &revision, QObject *receiver, std::function<void(Result<QString>)> done)
{
    return inBackground<QString>([revision](const CancelToken &) -> Result<QString> {
        JOINERY_TRY_VALUE(const project::Project project, project::Project::open(revision.projectFolder));
        migration::Revision file;
        file.id = migration::Revision::newId();
        file.parents = revision.parents;
        file.message = revision.message;
        file.created = QDateTime::currentDateTimeUtc();
        file.dialect = revision.dialect;
        file.operations = revision.operations;
        JOINERY_TRY(project.revisions().add(file));
        return file.id;
    }, receiver, std::move(done));
}

Job revisionText(migration::HistoryPtr history, const QString &id, QObject *receiver,
                 std::function<void(Result<RevisionText>)> done)
{
    return inBackground<RevisionText>([history, id](const CancelToken &) -> Result<RevisionText> {
        JOINERY_TRY_VALUE(const schema::Catalog before, history->catalogBefore(id));
        return textOf(history->revision(id)->operations, before);
    }, receiver, std::move(done));
}

Job operationsText(migration::HistoryPtr history, const operation::Operations &operations, QObject *receiver,
                   std::function<void(Result<RevisionText>)> done)
{
    return inBackground<RevisionText>([history, operations](const CancelToken &) -> Result<RevisionText> {
        JOINERY_TRY_VALUE(const schema::Catalog heads, history->catalogAtHeads());
        return textOf(operations, heads);
    }, receiver, std::move(done));
}

Job planMerge(migration::HistoryPtr history, const QStringList &ids, const QString &message, QObject *receiver,
              std::function<void(Result<migration::Merge>)> done)
{
    return inBackground<migration::Merge>([history, ids, message](const CancelToken &) { return migration::planMerge(*history, ids, message); },
                                          receiver, std::move(done));
}

Job writeMerge(const QString &projectFolder, const migration::Merge &merge, QObject *receiver, std::function<void(Status)> done)
{
    return inBackground<void>([projectFolder, merge](const CancelToken &) -> Status {
        JOINERY_TRY_VALUE(const project::Project project, project::Project::open(projectFolder));
        JOINERY_TRY(project.revisions().add(merge.revision));
        return {};
    }, receiver, std::move(done));
}

Job planSquash(migration::HistoryPtr history, const QString &from, const QString &to, const QString &message, QObject *receiver,
               std::function<void(Result<migration::Squash>)> done)
{
    return inBackground<migration::Squash>([=](const CancelToken &) { return migration::planSquash(*history, from, to, message); }, receiver, std::move(done));
}

Job writeSquash(const QString &projectFolder, const migration::Squash &squash, QObject *receiver, std::function<void(Status)> done)
{
    return inBackground<void>([projectFolder, squash](const CancelToken &) -> Status {
        JOINERY_TRY_VALUE(const project::Project project, project::Project::open(projectFolder));
        return migration::writeSquash(project.revisions(), squash);
    }, receiver, std::move(done));
}

Job proveSquash(DbWorker &worker, migration::HistoryPtr history, const migration::Squash &squash, QObject *receiver, std::function<void(Status)> done)
{
    return post<void>(worker, QStringLiteral("Prove the squash"), [history, squash](World &world, const CancelToken &token) -> Status {
        const Target target = world.target();
        if (target.readOnly)
            return fail(ErrorKind::ReadOnly, QStringLiteral("The connection is read-only: no scratch databases may be made on its server."));
        const interop::Connect connect = [&](const driver::Url &url) {
            driver::ConnectOptions options;
            options.timeoutSeconds = target.connectTimeoutSeconds;
            options.createFile = true;
            return joinery::connect(url, options, token);
        };
        return migration::proveSquash(*history, squash, target.url, world.dialect(), connect, token);
    }, receiver, std::move(done));
}

Job revisionStates(migration::HistoryPtr history, const QString &id, QObject *receiver,
                   std::function<void(Result<RevisionStates>)> done)
{
    return inBackground<RevisionStates>([history, id](const CancelToken &) -> Result<RevisionStates> {
        JOINERY_TRY_VALUE(schema::Catalog catalog, history->catalogBefore(id));
        RevisionStates states;
        states.before = std::make_shared<const schema::Catalog>(catalog);
        JOINERY_TRY(operation::applyAll(catalog, history->revision(id)->operations));
        states.after = std::make_shared<const schema::Catalog>(std::move(catalog));
        return states;
    }, receiver, std::move(done));
}

} // namespace joinery::worker
