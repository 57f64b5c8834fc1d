// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "core/worker/db_worker.h"

namespace joinery::worker {

/// A copy of the bookshop in `directory`, with its database (project/sample.h), made on a thread of its own.
Job createSample(const QString &directory, QObject *receiver, std::function<void(Result<project::Project>)> done);

} // namespace joinery::worker
