// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"
#include "core/driver/mysql/rows.h"

namespace joinery::driver::mysql {

class MysqlConnection;

class MysqlCursor : public Cursor
{
public:
    MysqlCursor(MysqlConnection &connection, const QString &sql, const CancelToken &token)
        : m_connection(connection), m_sql(sql), m_token(token)
    {}
    ~MysqlCursor() override;
    MysqlCursor(const MysqlCursor &) = delete;
    MysqlCursor &operator=(const MysqlCursor &) = delete;

    Status start(std::span<const Value> parameters);

    const std::vector<ColumnInfo> &columns() const override { return m_columns; }
    Status read(RowBlock &block, int maximumRows) override;
    qint64 affectedRows() const override { return m_affected; }
    qint64 lastInsertId() const override { return m_insertId; }

private:
    Result<std::unique_ptr<Rows>> run(std::span<const Value> parameters);
    tl::unexpected<Error> failed(Error error);
    void end();
    void finish();

    MysqlConnection &m_connection;
    QString m_sql;
    CancelToken m_token;
    std::unique_ptr<Rows> m_rows;
    std::vector<ColumnInfo> m_columns;
    qint64 m_affected = -1;
    qint64 m_insertId = 0;
    bool m_done = false;
};

} // namespace joinery::driver::mysql
