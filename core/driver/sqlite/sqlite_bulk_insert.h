// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/bulk_insert.h"

struct sqlite3_stmt;

namespace joinery::driver::sqlite {

class SqliteConnection;

/// One prepared INSERT that is run for each row; the bytes of the block are bound where they lie.
class SqliteBulkInsert : public BulkInsert
{
public:
    SqliteBulkInsert(SqliteConnection &connection, const BulkTarget &target, const CancelToken &token);
    ~SqliteBulkInsert() override;
    SqliteBulkInsert(const SqliteBulkInsert &) = delete;
    SqliteBulkInsert &operator=(const SqliteBulkInsert &) = delete;

    QString sql() const { return QString::fromUtf8(m_sql); }
    Status prepare();

    Status write(const RowBlock &rows, int first, int count) override;
    Status finish() override { return {}; }
    qint64 failedRow() const override { return m_row; }

private:
    int bind(const RowBlock &rows, int row);

    SqliteConnection &m_connection;
    QByteArray m_sql;
    CancelToken m_token;
    std::shared_ptr<void> m_watch;
    sqlite3_stmt *m_statement = nullptr;
    qint64 m_row = 0; ///< how many were taken, which is the number of the one that fails
};

} // namespace joinery::driver::sqlite
