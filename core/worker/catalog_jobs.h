// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/driver/connection.h"
#include "core/schema/catalog.h"
#include "core/worker/db_worker.h"

namespace joinery::worker {

struct CatalogAnswer
{
    schema::CatalogPtr catalog;
    std::vector<Finding> findings; ///< what could not be represented
    driver::ServerInfo server;
};

/// Connects where needed and reads the whole schema.
Job readCatalog(DbWorker &worker, QObject *receiver, std::function<void(Result<CatalogAnswer>)> done);

/// Opens a connection of its own, asks the server once, and closes it. The error's kind tells the stage that failed:
/// InvalidInput, NameResolution, Network or Timeout, Tls, Authentication, NoDatabase; for files Io, Permission,
/// NotADatabase, Corrupt, Busy. Cancelled at once by Job::cancel().
Job testConnection(const Target &target, QObject *receiver, std::function<void(Result<driver::ServerInfo>)> done);

} // namespace joinery::worker
