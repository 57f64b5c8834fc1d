// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/mysql/rows.h"
#include "core/driver/mysql/wire.h"

struct st_mysql_res;

namespace joinery::driver::mysql {

/// The text protocol: for statements without parameters that the binary one does not know (SHOW, CALL, DDL, ...). Of
/// several results the first with rows is given; those of an anonymous block (BEGIN NOT ATOMIC ...) that have as many columns
/// are one.
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
    TextRows(Wire &wire, const QString &sql);
    void takeResult(const QString &database);
    /// True where there is a further result.
    Result<bool> nextResult(const CancelToken &token);
    /// After a result of a block: true where one more of the same shape is open.
    Result<bool> nextOfBlock(const CancelToken &token);
    /// Reads the result that came to its end, unseen.
    void drop(const CancelToken &token);
    Status finish(const CancelToken &token);

    Wire &m_wire;
    QString m_sql;
    bool m_isBlock;
    st_mysql_res *m_result = nullptr;
    qint64 m_affected = 0;
    qint64 m_insertId = 0;
};

} // namespace joinery::driver::mysql
