// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/driver/url.h"

/// The time limit of statements as a form shows it and a URL keeps it (driver/statement_timer.h). Any thread.
namespace joinery::worker {

/// In seconds, as it was written; empty for none.
QString statementTimeout(const driver::Url &url);
/// Empty for none; InvalidInput where it is no number of seconds.
Result<driver::Url> withStatementTimeout(driver::Url url, const QString &seconds);
driver::Url withoutStatementTimeout(driver::Url url);

} // namespace joinery::worker
