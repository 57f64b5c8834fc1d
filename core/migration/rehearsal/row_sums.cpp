// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/rehearsal/row_sums.h"

namespace joinery::migration {

namespace {

constexpr int kBlock = 1000;

/// The same for the same cell within one run of the program, which is all that is compared.
size_t hashOf(const driver::RowBlock &block, int row, int column, size_t seed)
{
    return qHash(block.value(row, column), seed);
}

} // namespace

Result<RowSums> rowSums(driver::Connection &connection, const dialect::Dialect &dialect, const schema::Name &table, const QStringList &columns,
                        const QStringList &key, const CancelToken &token)
{
    RowSums sums;
    if (columns.isEmpty() && key.isEmpty())
        return sums;
    const QString sql = QStringLiteral("SELECT %1 FROM %2").arg(dialect.quoteAll(key + columns), dialect.shadowSql().rowsOf.arg(dialect.quote(table)));
    JOINERY_TRY_VALUE(const auto cursor, connection.execute(sql, token));
    std::vector<quint64> totals(size_t(columns.size()), 0);
    const int keys = int(key.size());
    driver::RowBlock block;
    while (true) {
        JOINERY_TRY(cursor->read(block, kBlock));
        if (block.rowCount() == 0)
            break;
        for (int row = 0; row < block.rowCount(); ++row) {
            size_t seed = 0;
            for (int column = 0; column < keys; ++column)
                seed = hashOf(block, row, column, seed + 1);
            for (size_t i = 0; i < totals.size(); ++i)
                totals[i] += quint64(hashOf(block, row, keys + int(i), seed));
        }
        sums.rows += block.rowCount();
    }
    for (size_t i = 0; i < totals.size(); ++i)
        sums.columns.insert(columns[qsizetype(i)], totals[i]);
    return sums;
}

} // namespace joinery::migration
