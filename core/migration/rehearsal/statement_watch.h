// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/executor.h"
#include "core/migration/rehearsal/rehearsal_report.h"

#include <QSet>

namespace joinery::migration {

/// Looks at a connection after every statement of a run: how long it took, what it locked, which tables it wrote anew.
class StatementWatch
{
public:
    StatementWatch(const dialect::Dialect &dialect, driver::Connection &connection, const std::vector<CopiedRows> &rows)
        : m_dialect(dialect), m_connection(connection), m_sql(dialect.shadowSql()), m_rows(rows) {}

    /// Before the first statement of a stage.
    Status begin(const CancelToken &token);
    Status ran(const RanStatement &statement, const CancelToken &token);
    std::vector<RehearsedStatement> take() { return std::exchange(m_statements, {}); }

private:
    Result<QHash<QString, QString>> storage(const CancelToken &token);
    std::optional<qint64> expected(const RanStatement &statement) const;

    const dialect::Dialect &m_dialect;
    driver::Connection &m_connection;
    const dialect::ShadowSql m_sql;
    const std::vector<CopiedRows> &m_rows;
    QSet<QString> m_held;
    QHash<QString, QString> m_storage;
    std::vector<RehearsedStatement> m_statements;
};

} // namespace joinery::migration
