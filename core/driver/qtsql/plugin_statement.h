// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/qtsql/statement.h"

namespace joinery::driver::qtsql {

/// A statement of any other plugin of Qt SQL, through QSqlQuery. QVariant ends here.
class PluginStatement : public Statement
{
public:
    /// `connection` is the name under which Qt SQL knows it.
    PluginStatement(const QString &connection, QString dialect);
    ~PluginStatement() override;

    Status start(const QString &sql, std::span<const Value> parameters) override;
    std::vector<ColumnInfo> columns() const override;
    Result<bool> next(RowBlock &block) override;
    qint64 affectedRows() const override;
    void close() override;
    void stop() override {} ///< Qt SQL has no way to ask for it

private:
    struct Query;
    std::unique_ptr<Query> m_query;
    QString m_dialect;
    QString m_sql;
};

} // namespace joinery::driver::qtsql
