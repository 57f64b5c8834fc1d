// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/drift_jobs.h"

#include "core/builtin.h"
#include "core/project/project.h"
#include "core/worker/post.h"

namespace joinery::worker {

namespace {

migration::Connector connectorOf(const Target &target, const CancelToken &token)
{
    return [target, token] {
        driver::ConnectOptions options;
        options.timeoutSeconds = target.connectTimeoutSeconds;
        return connect(target.url, options, token);
    };
}

} // namespace

Job readDrift(DbWorker &worker, const DriftQuestion &question, QObject *receiver, std::function<void(Result<DriftAnswer>)> done)
{
    return post<DriftAnswer>(worker, QStringLiteral("Compare with the revision"), [question](World &world, const CancelToken &token) -> Result<DriftAnswer> {
        JOINERY_TRY_VALUE(driver::Connection *connection, world.connection(token));
        const dialect::Dialect &dialect = world.dialect();
        DriftAnswer answer;
        JOINERY_TRY_VALUE(answer.halfApplied, migration::Journal(dialect, *connection).read(token));
        if (answer.halfApplied)
            return answer;
        JOINERY_TRY_VALUE(answer.drift, migration::checkDrift(*connection, dialect, *question.history, nullptr, question.rules, token));
        if (answer.drift.live.isEmpty())
            return answer;
        Result<migration::Repair> repair = migration::planRepair(answer.drift, dialect, connection->server().versionNumber);
        if (repair)
            answer.repair = *std::move(repair);
        else
            answer.noRepair = repair.error().message;
        return answer;
    }, receiver, std::move(done));
}

Job repairDrift(DbWorker &worker, const DriftQuestion &question, const migration::Repair &repair, bool allowDestructive, QObject *receiver,
                std::function<void(Status)> done)
{
    const auto work = [question, repair, allowDestructive](World &world, const CancelToken &token) -> Status {
        JOINERY_TRY_VALUE(driver::Connection *connection, world.connection(token));
        return migration::runRepair(*connection, world.dialect(), connectorOf(world.target(), token), *question.history, question.rules, repair, allowDestructive, token);
    };
    return post<void>(worker, QStringLiteral("Repair the database"), work, receiver, std::move(done), Late::Keep);
}

Job adoptDrift(DbWorker &worker, const AdoptDrift &adopt, QObject *receiver, std::function<void(Result<QString>)> done)
{
    const auto work = [adopt](World &world, const CancelToken &token) -> Result<QString> {
        JOINERY_TRY_VALUE(driver::Connection *connection, world.connection(token));
        JOINERY_TRY_VALUE(const project::Project project, project::Project::open(adopt.projectFolder));
        JOINERY_TRY_VALUE(schema::Catalog models, project.loadModels());
        JOINERY_TRY_VALUE(const migration::Adoption adoption, migration::planAdoption(adopt.drift, *adopt.history, std::move(models), adopt.message));
        JOINERY_TRY(project.revisions().add(adoption.revision));
        JOINERY_TRY(project.saveModels(adoption.models));
        migration::Executor executor(adoption.history, world.dialect(), *connection, connectorOf(world.target(), token));
        JOINERY_TRY_VALUE(const migration::ExecutionReport report, executor.stamp(adoption.revision.id, {}, token));
        if (report.failure)
            return fail(Error(*report.failure));
        return adoption.revision.id;
    };
    return post<QString>(worker, QStringLiteral("Adopt what was changed by hand"), work, receiver, std::move(done), Late::Keep);
}

} // namespace joinery::worker
