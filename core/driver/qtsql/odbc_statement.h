// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/qtsql/odbc_calls.h"
#include "core/driver/qtsql/statement.h"

#include <functional>
#include <mutex>

namespace joinery::driver::qtsql {

/// A statement of ODBC on the connection that Qt SQL opened. Qt's own would round a time to milliseconds, warn on the
/// terminal, and take ":name" in any text for a parameter.
class OdbcStatement : public Statement
{
public:
    OdbcStatement(OdbcHandle dbc, QString dialect);
    ~OdbcStatement() override;

    Status start(const QString &sql, std::span<const Value> parameters) override;
    /// A catalogue function instead of SQL: `call` gets the statement's handle and gives ODBC's return code.
    Status start(const std::function<int(OdbcHandle)> &call);
    std::vector<ColumnInfo> columns() const override;
    Result<bool> next(RowBlock &block) override;
    qint64 affectedRows() const override { return m_affected; }
    void close() override;
    void stop() override;

private:
    Status allocate();
    Status takeResult(int code);
    tl::unexpected<Error> failed() const;

    OdbcHandle m_dbc;
    QString m_dialect;
    QString m_sql;
    std::mutex m_stopping; ///< held while the handle is used by stop() or freed
    OdbcHandle m_stmt = nullptr;
    std::vector<OdbcColumn> m_columns;
    qint64 m_affected = -1;
};

} // namespace joinery::driver::qtsql
