// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"
#include "core/project/project.h"

#include <functional>

namespace joinery::project {

/// Opens a database: joinery::connect of builtin.h, which this layer does not know.
using Connect = std::function<Result<std::unique_ptr<driver::Connection>>(
    const driver::Url &, const driver::ConnectOptions &, const CancelToken &)>;

/// A copy of the bookshop in `directory`, which must be empty or missing: project, four revisions, and a SQLite database
/// that stands at the third with its rows.
Result<Project> createSample(const QString &directory, const dialect::Dialect &sqlite, const Connect &connect,
                             const CancelToken &token = {});

} // namespace joinery::project
