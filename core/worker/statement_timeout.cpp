// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/statement_timeout.h"

#include "core/driver/statement_timer.h"

namespace joinery::worker {

QString statementTimeout(const driver::Url &url) { return url.queryValue(QStringLiteral("statement_timeout")); }

Result<driver::Url> withStatementTimeout(driver::Url url, const QString &seconds)
{
    url = driver::withoutStatementTimeout(std::move(url));
    if (!seconds.isEmpty())
        url.query.append({QStringLiteral("statement_timeout"), seconds});
    JOINERY_TRY(driver::statementTimeoutOf(url));
    return url;
}

driver::Url withoutStatementTimeout(driver::Url url) { return driver::withoutStatementTimeout(std::move(url)); }

} // namespace joinery::worker
