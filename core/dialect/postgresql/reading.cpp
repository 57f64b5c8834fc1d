// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/postgresql_dialect.h"

#include "core/driver/row_block.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace joinery::dialect {

// The plan of a query says how the server prints what it has understood: EXPLAIN runs nothing and takes a lock that only
// stands against dropping the table.
Result<bool> PostgresqlDialect::readsAlike(driver::Connection &connection, const schema::Name &table, const QString &one, const QString &other,
                                           const CancelToken &token) const
{
    const QString sql = QStringLiteral("EXPLAIN (VERBOSE, COSTS OFF, FORMAT JSON) SELECT (%1), (%2) FROM ONLY %3").arg(one, other, quote(table));
    const auto rows = connection.fetch(sql, {}, token);
    if (!rows) // an expression over a column that is not there yet, or no right to read the table
        return rows.error().kind == ErrorKind::Cancelled || !connection.isOpen() ? Result<bool>(fail(rows.error())) : Result<bool>(false);
    if (rows->rowCount() != 1)
        return false;
    const QJsonValue plan = QJsonDocument::fromJson(rows->value(0, 0).data()).array().at(0)[QStringLiteral("Plan")];
    const QJsonArray printed = plan[QStringLiteral("Output")].toArray();
    return printed.size() == 2 && printed.at(0) == printed.at(1);
}

} // namespace joinery::dialect
