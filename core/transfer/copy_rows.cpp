// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/copy_rows.h"

namespace joinery::transfer {

namespace {
constexpr int kRowsAtOnce = 1000;
}

Result<qint64> copyRows(driver::Cursor &cursor, RowWriter &writer, const CancelToken &token,
                        const std::function<void(qint64)> &progress)
{
    JOINERY_TRY(writer.begin(cursor.columns()));
    qint64 rows = 0;
    driver::RowBlock block(int(cursor.columns().size()));
    block.setCellLimit(writer.cellLimit());
    while (true) {
        JOINERY_TRY(token.check());
        JOINERY_TRY(cursor.read(block, kRowsAtOnce));
        if (block.isEmpty())
            break;
        JOINERY_TRY(writer.write(block));
        rows += block.rowCount();
        if (progress)
            progress(rows);
    }
    JOINERY_TRY(writer.end());
    return rows;
}

} // namespace joinery::transfer
