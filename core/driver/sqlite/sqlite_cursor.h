// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"

struct sqlite3_stmt;

namespace joinery::driver::sqlite {

class SqliteConnection;

class SqliteCursor : public Cursor
{
public:
    SqliteCursor(SqliteConnection &connection, QByteArray sql) : m_connection(connection), m_sql(std::move(sql)) {}
    SqliteCursor(const SqliteCursor &) = delete;
    SqliteCursor &operator=(const SqliteCursor &) = delete;
    ~SqliteCursor() override;

    /// Prepares, binds and takes the first step.
    Status start(std::span<const Value> parameters, const CancelToken &token);
    bool isDone() const { return m_done; }

    const std::vector<ColumnInfo> &columns() const override { return m_columns; }
    Status read(RowBlock &block, int maximumRows) override;
    qint64 affectedRows() const override { return m_affected; }
    qint64 lastInsertId() const override { return m_insertId; }

private:
    Status prepare();
    Status bind(std::span<const Value> parameters);
    Status step();
    void finish();
    void describeColumns();
    void appendRow(RowBlock &block) const;

    SqliteConnection &m_connection;
    QByteArray m_sql;
    sqlite3_stmt *m_statement = nullptr;
    std::shared_ptr<void> m_watch;
    std::vector<ColumnInfo> m_columns;
    qint64 m_changesBefore = 0;
    qint64 m_affected = -1;
    qint64 m_insertId = 0;
    bool m_done = false; ///< while it is false the statement stands on a row that was not handed out yet
};

} // namespace joinery::driver::sqlite
