// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_token.h"
#include "core/driver/value.h"

#include <memory>
#include <span>
#include <vector>

namespace joinery::driver {

/// What one statement of a batch did.
struct StatementOutcome
{
    qint64 affectedRows = -1; ///< as Cursor::affectedRows()
    qint64 insertId = 0;      ///< as Cursor::lastInsertId()
    std::vector<Value> row;   ///< the first row that it returned, if it did
};

/// Statements that go to the server together: as few round trips as the engine allows (pipelining, several statements in
/// one text), and one preparation for those with the same text that follow each other. Each is still a statement of its own,
/// with an outcome of its own. Belongs into a transaction: what stood before a failure was done. While it lives, nothing else runs on
/// the connection; it must not outlive it.
class StatementBatch
{
public:
    virtual ~StatementBatch();
    /// The statement runs at once or in a later call: then an error of it shows there. After a failure only destroying
    /// is left. The parameters may go after the call.
    Status add(const QString &sql, std::span<const Value> parameters)
    {
        JOINERY_TRY(refuseParts(parameters));
        return put(sql, parameters);
    }
    /// Waits until every statement was run.
    virtual Status finish() = 0;
    /// In the order of add(); complete behind finish().
    const std::vector<StatementOutcome> &outcomes() const { return m_outcomes; }
    /// Which statement failed, counted from 0; -1 for none, or where nobody knows.
    qint64 failedStatement() const { return m_failed; }

protected:
    /// add() behind its guard.
    virtual Status put(const QString &sql, std::span<const Value> parameters) = 0;

    std::vector<StatementOutcome> m_outcomes;
    qint64 m_failed = -1;
};

class Connection;

/// The way of every engine: one execute() for each statement.
std::unique_ptr<StatementBatch> makePlainBatch(Connection &connection, const CancelToken &token);

} // namespace joinery::driver
