// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/csv_source.h"

namespace joinery::driver::postgresql {

class Session;

/// COPY (sql) TO STDOUT as CSV; see CsvSource::copyCsv.
Result<std::optional<qint64>> copyOut(Session &session, const QString &sql, const CsvForm &form, QIODevice &device,
                                      const CancelToken &token, const std::function<void(qint64)> &progress);

} // namespace joinery::driver::postgresql
