// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/change_set.h"
#include "core/session/row_source.h"

class QIODevice;

/// One cell of a row that is known by its key, for what readRows shows in part. An error of kind Conflict where the row
/// is not there any more.
namespace joinery::session {

struct CellPlace
{
    RowKeyValues key;
    QString column;
};

/// What a file holds of a value: its bytes, or its text in UTF-8.
QByteArray cellBytes(const driver::Value &value);

/// The whole cell; Refused where it has more than `most` bytes, and then it is not read.
Result<driver::Value> readCell(driver::Connection &connection, const dialect::Dialect &dialect, const RowSource &source,
                               const CellPlace &place, qint64 most, const CancelToken &token);

/// Writes the cell to a device piece by piece, bytes as they are and texts in UTF-8, and returns how many bytes it were. All
/// pieces are of one state of the table where the engine has snapshots and no transaction is open. NULL is nothing.
Result<qint64> copyCell(driver::Connection &connection, const dialect::Dialect &dialect, const RowSource &source,
                        const CellPlace &place, QIODevice &to, const std::function<void(qint64 done, qint64 all)> &progress,
                        const CancelToken &token);

} // namespace joinery::session
