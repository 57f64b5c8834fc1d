// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/mysql/rows.h"
#include "core/driver/mysql/wire.h"

#include <span>

struct st_mysql_stmt;

namespace joinery::driver::mysql {

/// The binary protocol of prepared statements: for parameters, and for every value to be exact (the text protocol cuts
/// a FLOAT to six digits).
class BinaryRows : public Rows
{
public:
    static Result<std::unique_ptr<Rows>> start(Wire &wire, const QString &sql, std::span<const Value> parameters,
                                               const QString &database, const CancelToken &token);
    ~BinaryRows() override;
    Result<bool> next(RowBlock &block, const CancelToken &token) override;
    qint64 affectedRows() const override { return m_affected; }
    qint64 lastInsertId() const override { return m_insertId; }
    int warningCount() const override { return m_warnings; }

private:
    struct Buffers;
    BinaryRows(Wire &wire, const QString &sql);
    Status prepare(const CancelToken &token);
    Status execute(std::span<const Value> parameters, const CancelToken &token);
    Status describe(const QString &database);
    void appendCell(RowBlock &block, size_t column);
    void readEndOfRows();
    Error lastError() const;

    Wire &m_wire;
    QString m_sql;
    QByteArray m_utf8;
    st_mysql_stmt *m_statement;
    std::unique_ptr<Buffers> m_buffers;
    qint64 m_affected = 0;
    qint64 m_insertId = 0;
    int m_warnings = 0;
};

} // namespace joinery::driver::mysql
