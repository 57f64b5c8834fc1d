// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

#include <QHash>

namespace joinery::migration {

/// What the rows of a table amount to, in whatever order they come: equal sums, equal values.
struct RowSums
{
    qint64 rows = 0;
    QHash<QString, quint64> columns; ///< each value together with the key of its row
    friend bool operator==(const RowSums &, const RowSums &) = default;
};

/// Reads all rows of a table. `key` tells the rows apart; empty: only how often each value is there counts.
Result<RowSums> rowSums(driver::Connection &connection, const dialect::Dialect &dialect, const schema::Name &table, const QStringList &columns,
                        const QStringList &key, const CancelToken &token = {});

} // namespace joinery::migration
