// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/bulk_insert.h"

namespace joinery::driver::mysql {

class MysqlConnection;

/// INSERT statements of many rows each. LOAD DATA LOCAL would be a little faster, and is no choice: it turns what does
/// not fit into something else and leaves duplicates out, with warnings. Strict mode holds while it lives, so that a
/// value is taken as it is or refused, and a 0 for AUTO_INCREMENT stays a 0.
class MultiInsert : public BulkInsert
{
public:
    MultiInsert(MysqlConnection &connection, const BulkTarget &target, const CancelToken &token);
    ~MultiInsert() override;
    MultiInsert(const MultiInsert &) = delete;
    MultiInsert &operator=(const MultiInsert &) = delete;

    QString sql() const { return QString::fromUtf8(m_head); }
    Status start();

    Status write(const RowBlock &rows, int first, int count) override;
    Status finish() override;
    qint64 failedRow() const override { return m_failedRow; }

private:
    Status send();
    void appendRow(const RowBlock &rows, int row);

    MysqlConnection &m_connection;
    CancelToken m_token;
    QByteArray m_head;
    QByteArray m_statement;
    QString m_modeBefore;        ///< null: strict mode was not set
    qsizetype m_limit = 0;       ///< bytes of a statement that the server takes
    qint64 m_rows = 0;           ///< that were written
    qint64 m_firstRow = 0;       ///< of the statement that is being built
    qint64 m_failedRow = -1;
};

} // namespace joinery::driver::mysql
