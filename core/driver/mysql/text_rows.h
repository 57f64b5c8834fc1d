// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/mysql/rows.h"
#include "core/driver/mysql/wire.h"

struct st_mysql_res;

namespace joinery::driver::mysql {

/// The text protocol: for statements without parameters that the binary one does not know (SHOW, CALL, DDL, ...). Of
/// several results the first with rows is given.
class TextRows : public Rows
{
public:
    static Result<std::unique_ptr<Rows>> start(Wire &wire, const QString &sql, const QString &database, const CancelToken &token);
    ~TextRows() override;
    Result<bool> next(RowBlock &block, const CancelToken &token) override;
    qint64 affectedRows() const override { return m_affected; }
    qint64 lastInsertId() const override { return m_insertId; }
    int warningCount() const override;

private:
    TextRows(Wire &wire, const QString &sql) : m_wire(wire), m_sql(sql) {}
    void takeResult(const QString &database);
    /// True where there is a further result.
    Result<bool> nextResult(const CancelToken &token);
    Status finish(const CancelToken &token);

    Wire &m_wire;
    QString m_sql;
    st_mysql_res *m_result = nullptr;
    qint64 m_affected = 0;
    qint64 m_insertId = 0;
};

} // namespace joinery::driver::mysql
