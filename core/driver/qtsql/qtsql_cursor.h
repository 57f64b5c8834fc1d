// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/qtsql/qtsql_connection.h"

namespace joinery::driver::qtsql {

class QtSqlCursor : public Cursor
{
public:
    QtSqlCursor(QtSqlConnection &connection, QString sql, const CancelToken &token);
    ~QtSqlCursor() override;
    QtSqlCursor(const QtSqlCursor &) = delete;
    QtSqlCursor &operator=(const QtSqlCursor &) = delete;

    Status start(std::span<const Value> parameters);

    const std::vector<ColumnInfo> &columns() const override { return m_columns; }
    Status read(RowBlock &block, int maximumRows) override;
    qint64 affectedRows() const override { return m_affected; }
    qint64 lastInsertId() const override { return 0; } ///< ODBC does not tell

private:
    /// What the thread works on; it lives on with the thread where that is given up.
    struct Work;
    tl::unexpected<Error> failed(const Error &error);
    void finish();

    QtSqlConnection &m_connection;
    QString m_sql;
    CancelToken m_token;
    std::shared_ptr<Work> m_work;
    std::vector<ColumnInfo> m_columns;
    qint64 m_affected = 0;
};

} // namespace joinery::driver::qtsql
