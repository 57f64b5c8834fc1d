// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/catalog_jobs.h"

#include "core/worker/post.h"

namespace joinery::worker {

Job readCatalog(DbWorker &worker, QObject *receiver, std::function<void(Result<CatalogAnswer>)> done)
{
    return post<CatalogAnswer>(worker, QStringLiteral("Read the schema"), [](World &world, const CancelToken &token)
                                   -> Result<CatalogAnswer> {
        JOINERY_TRY_VALUE(driver::Connection *connection, world.connection(token));
        JOINERY_TRY_VALUE(dialect::Inspection inspection, world.dialect().inspect(*connection, {}, token));
        CatalogAnswer answer;
        answer.catalog = std::make_shared<const schema::Catalog>(std::move(inspection.catalog));
        answer.findings = std::move(inspection.findings);
        answer.server = connection->server();
        return answer;
    }, receiver, std::move(done));
}

Job testConnection(const Target &target, QObject *receiver, std::function<void(Result<driver::ServerInfo>)> done)
{
    auto *worker = new DbWorker(target);
    // It goes when its only job has ended, whether or not somebody still waits for the answer.
    QObject::connect(worker, &DbWorker::jobFinished, worker, &QObject::deleteLater);
    return post<driver::ServerInfo>(*worker, QStringLiteral("Test the connection"), [](World &world, const CancelToken &token)
                                        -> Result<driver::ServerInfo> {
        JOINERY_TRY_VALUE(driver::Connection *connection, world.connection(token));
        JOINERY_TRY(connection->ping(token));
        return connection->server();
    }, receiver, std::move(done));
}

} // namespace joinery::worker
