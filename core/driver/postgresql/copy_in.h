// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/bulk_insert.h"

namespace joinery::driver::postgresql {

class PostgresqlConnection;

/// COPY ... FROM STDIN in its text format: the server reads every value as it reads a literal, and refuses what it
/// cannot take.
class CopyIn : public BulkInsert
{
public:
    CopyIn(PostgresqlConnection &connection, const BulkTarget &target, const CancelToken &token);
    ~CopyIn() override;
    CopyIn(const CopyIn &) = delete;
    CopyIn &operator=(const CopyIn &) = delete;

    QString sql() const { return QString::fromUtf8(m_sql); }
    Status start();

    Status write(const RowBlock &rows, int first, int count) override;
    Status finish() override;
    qint64 failedRow() const override { return m_failedRow; }

private:
    Status send();
    Status end(const char *giveUp);
    void appendRow(const RowBlock &rows, int row);
    Error judged(Error error);
    qint64 rowIn(const QString &context) const;

    PostgresqlConnection &m_connection;
    CancelToken m_token;
    QByteArray m_sql;
    QString m_tableName;
    QByteArray m_buffer;
    bool m_started = false;
    bool m_copying = false;
    qint64 m_rows = 0;         ///< that were written
    qint64 m_firstRow = 0;     ///< of the COPY that is under way
    qint64 m_failedRow = -1;
};

} // namespace joinery::driver::postgresql
