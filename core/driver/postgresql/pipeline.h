// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/postgresql/bound_parameters.h"
#include "core/driver/statement_batch.h"

struct pg_result;

namespace joinery::driver::postgresql {

class PostgresqlConnection;

/// libpq's pipeline mode: statements leave without waiting for the answers of those before, which are read at the end, or
/// when many are under way.
class Pipeline : public StatementBatch
{
public:
    Pipeline(PostgresqlConnection &connection, const CancelToken &token) : m_connection(connection), m_token(token) {}
    ~Pipeline() override;
    Pipeline(const Pipeline &) = delete;
    Pipeline &operator=(const Pipeline &) = delete;

    Status put(const QString &sql, std::span<const Value> parameters) override;
    Status finish() override;

private:
    Status begin(const QString &sql);
    Status prepare(const QString &sql, std::vector<quint32> types);
    bool isPrepared(const QString &sql, const std::vector<quint32> &types) const;
    Status drain();
    void take(const pg_result *result);
    Error judged(Error error) const;

    PostgresqlConnection &m_connection;
    CancelToken m_token;
    QString m_sql;
    std::vector<quint32> m_types; ///< that m_sql was prepared with
    std::vector<bool> m_underWay; ///< what answers are to come: true for a statement, false for its preparation
    bool m_entered = false;
    bool m_lost = false;
};

} // namespace joinery::driver::postgresql
