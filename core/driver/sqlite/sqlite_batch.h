// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/statement_batch.h"

struct sqlite3_stmt;

namespace joinery::driver::sqlite {

class SqliteConnection;

/// Runs each statement at once, on the prepared one where the text is that of the statement before.
class SqliteBatch : public StatementBatch
{
public:
    SqliteBatch(SqliteConnection &connection, const CancelToken &token);
    ~SqliteBatch() override;
    SqliteBatch(const SqliteBatch &) = delete;
    SqliteBatch &operator=(const SqliteBatch &) = delete;

    Status put(const QString &sql, std::span<const Value> parameters) override;
    Status finish() override { return {}; }

private:
    Status prepare(const QString &sql);
    Status run(std::span<const Value> parameters);
    Status failed(int code);

    SqliteConnection &m_connection;
    CancelToken m_token;
    std::shared_ptr<void> m_watch;
    QString m_sql;
    StatementOutcome m_outcome; ///< of the statement that runs
    sqlite3_stmt *m_statement = nullptr;
    int m_wanted = 0;
};

} // namespace joinery::driver::sqlite
