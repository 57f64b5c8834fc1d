// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/checks/move_findings.h"

#include "core/migration/checks/preflight.h"

#include <algorithm>

namespace joinery::migration {

Result<LintFindings> moveFindings(driver::Connection &connection, const dialect::Dialect &dialect, const History &history,
                                  const GraphRoute &route, const CancelToken &token)
{
    JOINERY_TRY_VALUE(LintFindings findings, preflight(connection, dialect, history, route, token));
    if (route.steps.empty() || !route.steps.front().up)
        return findings;
    JOINERY_TRY_VALUE(const dialect::Inspection live, dialect.inspect(connection, {}, token));
    const LintOptions options = lintOptions(connection, dialect, live.catalog);
    QStringList ids;
    for (const GraphStep &step : route.steps)
        ids.append(step.revision);
    JOINERY_TRY_VALUE(const LintFindings said, lint(history, ids, options));
    // What the rows could say against it they were asked; what they said is not said twice.
    const size_t asked = findings.size();
    for (const LintFinding &each : said) {
        const auto isTheSame = [&](const LintFinding &row) {
            return row.finding.code == each.finding.code && row.revision == each.revision && row.operation == each.operation;
        };
        const bool known = std::any_of(findings.begin(), findings.begin() + qsizetype(asked), isTheSame);
        if (!known && !each.finding.code.startsWith(QLatin1String("DD")))
            findings.push_back(each);
    }
    return findings;
}

} // namespace joinery::migration
