// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

/// The one place that names the concrete drivers and dialects.
namespace joinery {

/// Nothing where the name is none of "sqlite", "postgresql", "mysql", "generic", or one of the generic dialect's other ways
/// to quote ("generic-backtick", "generic-mysql", "generic-bare"), which allDialects() does not list. The object lives as long as the program.
const dialect::Dialect *findDialect(const QString &name);
/// All of them, in the order in which they are offered.
std::vector<const dialect::Dialect *> allDialects();
/// The dialect of a name, a URL or a connection; the generic one where there is no own.
const dialect::Dialect &dialectNamed(const QString &name);
const dialect::Dialect &dialectOf(const driver::Url &url);
const dialect::Dialect &dialectOf(const driver::Connection &connection);

Result<std::unique_ptr<driver::Connection>> connect(const driver::Url &url, const driver::ConnectOptions &options = {},
                                                    const CancelToken &token = {});

} // namespace joinery
