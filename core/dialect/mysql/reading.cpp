// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/mysql/mysql_dialect.h"

#include "core/driver/row_block.h"

#include <QRegularExpression>

namespace joinery::dialect {

// The server shows the query that it has understood as a note to its plan. Nothing is run.
Result<bool> MysqlDialect::readsAlike(driver::Connection &connection, const schema::Name &table, const QString &one, const QString &other,
                                      const CancelToken &token) const
{
    (void)connection.takeNotices();
    // MariaDB shows it where it is asked for more, MySQL always.
    const QString more = connection.server().product == QLatin1String("MariaDB") ? QStringLiteral("EXTENDED ") : QString();
    const QString sql = QStringLiteral("EXPLAIN %1SELECT (%2) AS joinery_one, (%3) AS joinery_other FROM %4").arg(more, one, other, quote(table));
    const auto rows = connection.fetch(sql, {}, token);
    if (!rows) // an expression over a column that is not there yet, or no right to read the table
        return rows.error().kind == ErrorKind::Cancelled || !connection.isOpen() ? Result<bool>(fail(rows.error())) : Result<bool>(false);
    static const QRegularExpression kPrinted(QStringLiteral("\\bselect (.*) AS `joinery_one`,(.*) AS `joinery_other` from "),
                                             QRegularExpression::DotMatchesEverythingOption);
    JOINERY_TRY_VALUE(const driver::RowBlock warnings, connection.fetch(QStringLiteral("SHOW WARNINGS"), {}, token));
    for (int row = 0; row < warnings.rowCount(); ++row) {
        const QRegularExpressionMatch printed = kPrinted.match(warnings.value(row, 2).toText());
        if (printed.hasMatch())
            return printed.captured(1) == printed.captured(2);
    }
    return false;
}

} // namespace joinery::dialect
