// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/row_source.h"

namespace joinery::session {

/// Where in the order to read.
struct Seek
{
    enum class Kind {
        First,  ///< from the start, leaving out `skip` rows
        Last,   ///< up to the end, leaving out `skip` rows
        After,  ///< behind the row with this order, leaving out `skip` rows
        Before, ///< up to the row with this order
        From,   ///< at the row with this order, or the next one
    };
    Kind kind = Kind::First;
    std::vector<driver::Value> order; ///< After, Before, From: as RowSource::orderOf gives it
    qint64 skip = 0;
    int rows = 200;
    friend bool operator==(const Seek &, const Seek &) = default;
};

/// A run of rows in their order.
struct RowRun
{
    driver::RowBlock rows;
    bool reachedEnd = false; ///< in the direction of reading: the start for Last and Before
};

/// May give fewer rows than asked where some megabytes were reached; only `reachedEnd` says that there are no more.
Result<RowRun> readRows(driver::Connection &connection, const dialect::Dialect &dialect, const RowSource &source,
                        const Seek &seek, const CancelToken &token);

/// The SELECT that readRows sends, for tests and for people.
struct ReadStatement
{
    QString sql;
    std::vector<driver::Value> parameters;
    bool reversed = false; ///< rows come in the opposite order
    qint64 skipHere = 0;   ///< rows to read and drop first, where the engine cannot be told to leave them out
};
ReadStatement readStatement(const dialect::Dialect &dialect, const RowSource &source, const Seek &seek);

/// All rows of the source; those before an order where one is given. Takes as long as a count takes.
Result<qint64> countRows(driver::Connection &connection, const dialect::Dialect &dialect, const RowSource &source,
                         const std::vector<driver::Value> &before, const CancelToken &token);

/// The values that a column has in the rows of the source, whatever its own filter says, the most frequent first.
struct DistinctValue
{
    driver::Value value;
    qint64 rows = 0;
};
Result<std::vector<DistinctValue>> distinctValues(driver::Connection &connection, const dialect::Dialect &dialect, const RowSource &source,
                                                  const QString &column, int most, const CancelToken &token);

/// Smallest and largest key of an interpolable source, in the order of the numbers.
struct KeyRange
{
    qint64 minimum = 0;
    qint64 maximum = -1; ///< less than the minimum: no rows
};
struct Estimate
{
    std::optional<qint64> rows;
    std::optional<KeyRange> range;
};
/// What can be had at once: statistics, and the ends of a key.
Result<Estimate> estimateRows(driver::Connection &connection, const dialect::Dialect &dialect, const RowSource &source,
                              const CancelToken &token);

} // namespace joinery::session
