// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"
#include "core/transfer/row_reader.h"

namespace joinery::transfer {

/// Which columns of a file go to which columns of a table, and what must be done to their cells on the way: engines
/// without booleans take 1 and 0, bytes stand in a text file as \x and hexadecimal digits, and numbers may have a comma.
class LoadColumns
{
public:
    /// By `map` (see LoadRequest), and else by name; case counts only where it must. A column of the file without a
    /// counterpart is an error that names it.
    static Result<LoadColumns> match(const QStringList &fileColumns, const std::vector<std::pair<QString, QString>> &map,
                                     const std::vector<std::pair<QString, schema::Type>> &tableColumns,
                                     bool decimalComma = false);

    const QStringList &names() const { return m_names; } ///< of the table
    /// The rows as they are to be sent; `rows` itself where nothing is to be done.
    const driver::RowBlock &converted(const driver::RowBlock &rows);

private:
    enum class Conversion { None, Boolean, Bytes, Bits, DecimalComma };
    void append(const driver::RowBlock &rows, int row, size_t index);

    QStringList m_names;
    std::vector<int> m_sources; ///< the file's column of each
    std::vector<Conversion> m_conversions;
    bool m_asTheyAre = true;
    driver::RowBlock m_block;
};

/// The names of the file's columns under which they go into a new table.
Result<QStringList> namesAfter(const QStringList &fileColumns, const std::vector<std::pair<QString, QString>> &map);

/// A type that was found in a file as this engine can keep it exactly: numerics beyond its digits and moments with a zone
/// that it would drop become texts.
schema::Type storableType(schema::Type type, const dialect::Dialect &dialect);

} // namespace joinery::transfer
