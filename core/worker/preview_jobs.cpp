// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/preview_jobs.h"

#include "core/builtin.h"

namespace joinery::worker {

std::vector<SqlPreview> previewSql(const operation::Operations &operations, const schema::Catalog &before)
{
    std::vector<SqlPreview> previews;
    for (const dialect::Dialect *dialect : allDialects()) {
        if (dialect->name() == QLatin1String("generic"))
            continue;
        SqlPreview preview;
        preview.dialect = dialect->name();
        preview.displayName = dialect->displayName();
        if (const Result<dialect::SqlSteps> steps = dialect::renderAll(*dialect, operations, before)) {
            for (const dialect::SqlStep &step : *steps)
                preview.statements.append(step.sql);
        } else {
            preview.failure = steps.error().message;
        }
        previews.push_back(std::move(preview));
    }
    return previews;
}

} // namespace joinery::worker
