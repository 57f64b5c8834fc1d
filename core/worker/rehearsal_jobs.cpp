// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/rehearsal_jobs.h"

#include "core/builtin.h"
#include "core/migration/rehearsal/rehearsal.h"
#include "core/worker/post.h"

namespace joinery::worker {

Job rehearse(DbWorker &worker, const Rehearsal &rehearsal, QObject *receiver, std::function<void(Result<migration::RehearsalReport>)> done)
{
    const auto work = [rehearsal](World &world, const CancelToken &token) -> Result<migration::RehearsalReport> {
        const Target target = world.target();
        const interop::Connect connect = [&](const driver::Url &url) {
            driver::ConnectOptions options;
            options.timeoutSeconds = target.connectTimeoutSeconds;
            options.createFile = url != target.url;
            return joinery::connect(url, options, token);
        };
        migration::RehearsalOptions options;
        options.copy.level = rehearsal.level;
        options.copy.sampleRows = rehearsal.sampleRows;
        options.copy.mayMakeDatabases = !target.readOnly;
        options.progress = [&world](const migration::RehearsalProgress &at) {
            world.progress({int(at.phase), -1, at.text.simplified()});
        };
        return migration::rehearse(target.url, world.dialect(), connect, *rehearsal.history, rehearsal.target, options, token);
    };
    return post<migration::RehearsalReport>(worker, {QStringLiteral("Rehearse the upgrade to %1"), rehearsal.target}, work, receiver, std::move(done));
}

} // namespace joinery::worker
