// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"
#include "core/driver/postgresql/bound_parameters.h"
#include "core/driver/postgresql/session.h"

namespace joinery::driver::postgresql {

class PostgresqlConnection;

class PostgresqlCursor : public Cursor
{
public:
    PostgresqlCursor(PostgresqlConnection &connection, const QString &sql, const CancelToken &token);
    ~PostgresqlCursor() override;
    PostgresqlCursor(const PostgresqlCursor &) = delete;
    PostgresqlCursor &operator=(const PostgresqlCursor &) = delete;

    /// Sends the statement and waits for its first row or its end.
    Status start(const BoundParameters &parameters);
    bool startedInTransaction() const { return !m_wasIdle; }

    const std::vector<ColumnInfo> &columns() const override { return m_columns; }
    Status read(RowBlock &block, int maximumRows) override;
    qint64 affectedRows() const override { return m_affected; }
    qint64 lastInsertId() const override { return 0; }

private:
    Status prepare(const BoundParameters &parameters);
    Result<ResultPtr> prepareAndDescribe(const BoundParameters &parameters);
    Status advance();
    Status end(const pg_result *result);
    Status refuseCopy();
    tl::unexpected<Error> failed(const pg_result *result);
    tl::unexpected<Error> lost(Error error);
    void setColumns(const pg_result *result);
    void setDone();

    PostgresqlConnection &m_connection;
    QString m_sql;
    QByteArray m_utf8;
    CancelToken m_token;
    std::vector<ColumnInfo> m_columns;
    std::vector<ValueTag> m_tags;
    ResultPtr m_result;        ///< rows that were received and are not handed out yet
    int m_row = 0;             ///< the next one of them
    qint64 m_affected = -1;
    bool m_wasIdle;            ///< no transaction was open: the statement commits itself
    bool m_savepoint = false;  ///< stopping halfway must not fail the transaction that it runs in
    bool m_done = false;
};

} // namespace joinery::driver::postgresql
