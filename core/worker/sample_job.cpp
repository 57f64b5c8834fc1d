// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/sample_job.h"

#include "core/builtin.h"
#include "core/project/sample.h"
#include "core/worker/background.h"

namespace joinery::worker {

Job createSample(const QString &directory, QObject *receiver, std::function<void(Result<project::Project>)> done)
{
    return inBackground<project::Project>([directory](const CancelToken &token) {
        return project::createSample(directory, *findDialect(QStringLiteral("sqlite")), joinery::connect, token);
    }, receiver, std::move(done));
}

} // namespace joinery::worker
