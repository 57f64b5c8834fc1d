// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/driver/row_block.h"

#include <QStringList>

namespace joinery::transfer {

/// A row that is not loaded.
struct BadRow
{
    qint64 line = 0;   ///< where it begins in the file, counted from 1
    QString reason;
    QByteArray record; ///< as it stands in the file, or as CSV
};

/// Some rows of a file.
struct RowBatch
{
    driver::RowBlock rows;
    std::vector<qint64> lines; ///< of each row: where it begins in the file, counted from 1
    std::vector<BadRow> bad;   ///< what stands between them and is no row

    bool isEmpty() const { return rows.isEmpty() && bad.empty(); }
};

/// Reads the rows of a file in batches; its cells are Null, Text, Boolean (JSON) and Lexical (numbers and what is nested
/// in JSON). Memory: a batch and the longest row.
class RowReader
{
public:
    virtual ~RowReader();
    /// Finds out the names of the columns. To be called once, before anything is read.
    virtual Result<QStringList> open() = 0;
    /// Empties the batch and fills it with up to `maximumRows` rows, fewer where half a megabyte is reached; an empty
    /// batch is the end. An Error: nothing behind this place can be read.
    virtual Status read(RowBatch &batch, int maximumRows) = 0;
    /// Bytes of the file so far, for progress.
    virtual qint64 bytesRead() const = 0;
};

} // namespace joinery::transfer
