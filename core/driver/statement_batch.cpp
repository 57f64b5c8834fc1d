// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/statement_batch.h"

#include "core/driver/connection.h"

namespace joinery::driver {

namespace {

class PlainBatch : public StatementBatch
{
public:
    PlainBatch(Connection &connection, const CancelToken &token) : m_connection(connection), m_token(token) {}

    Status put(const QString &sql, std::span<const Value> parameters) override
    {
        StatementOutcome outcome;
        const Status done = run(sql, parameters, outcome);
        if (!done) {
            m_failed = qint64(m_outcomes.size());
            return done;
        }
        m_outcomes.push_back(std::move(outcome));
        return {};
    }
    Status finish() override { return {}; }

private:
    Status run(const QString &sql, std::span<const Value> parameters, StatementOutcome &outcome)
    {
        JOINERY_TRY_VALUE(const auto cursor, m_connection.execute(sql, parameters, m_token));
        RowBlock block;
        do {
            JOINERY_TRY(cursor->read(block, 100));
            const bool first = outcome.row.empty() && block.rowCount() > 0;
            for (int column = 0; first && column < block.columnCount(); ++column)
                outcome.row.push_back(block.value(0, column));
        } while (!block.isEmpty());
        outcome.affectedRows = cursor->affectedRows();
        outcome.insertId = cursor->lastInsertId();
        return {};
    }

    Connection &m_connection;
    CancelToken m_token;
};

} // namespace

StatementBatch::~StatementBatch() = default;

std::unique_ptr<StatementBatch> makePlainBatch(Connection &connection, const CancelToken &token)
{
    return std::make_unique<PlainBatch>(connection, token);
}

} // namespace joinery::driver
