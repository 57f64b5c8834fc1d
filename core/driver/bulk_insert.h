// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_token.h"
#include "core/driver/row_block.h"

#include <QStringList>

#include <memory>

namespace joinery::driver {

/// Where rows go. The names are SQL: quoted as the engine wants them.
struct BulkTarget
{
    QString table;
    QStringList columns;
    QString tableName; ///< without quotes and schema, as the engine's messages call it
};

/// Rows on their way into one table, in the fastest way of the engine that takes or refuses every value exactly: COPY,
/// a prepared INSERT, INSERTs of many rows. Belongs into a transaction. While it lives, nothing else runs on the
/// connection; it must not outlive it. Destroying it without finish() gives up what is under way.
class BulkInsert
{
public:
    virtual ~BulkInsert();
    /// Takes `count` rows of a block with the target's columns. They may still be under way when it returns: then a later call
    /// fails for them. After a failure only destroying is left, and what was taken so far is either undone or not:
    /// a savepoint says where to go back to.
    virtual Status write(const RowBlock &rows, int first, int count) = 0;
    /// Waits until every row was taken.
    virtual Status finish() = 0;
    /// After a failure: the row that was refused, counted from 0 over all calls; -1 where the engine did not say.
    virtual qint64 failedRow() const = 0;
};

class Connection;

/// The way of every engine: INSERT row by row, with `?` for each value.
std::unique_ptr<BulkInsert> makePlainInsert(Connection &connection, const BulkTarget &target, const CancelToken &token);

} // namespace joinery::driver
