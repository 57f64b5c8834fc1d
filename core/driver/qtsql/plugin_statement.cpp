// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/qtsql/plugin_statement.h"

#include "core/driver/qtsql/plugin_values.h"
#include "core/driver/qtsql/qtsql_error.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlField>
#include <QSqlQuery>
#include <QSqlRecord>

namespace joinery::driver::qtsql {

struct PluginStatement::Query
{
    QSqlQuery query;
};

PluginStatement::PluginStatement(const QString &connection, QString dialect)
    : m_query(new Query{QSqlQuery(QSqlDatabase::database(connection, false))}), m_dialect(std::move(dialect))
{
    m_query->query.setForwardOnly(true);
    m_query->query.setNumericalPrecisionPolicy(QSql::HighPrecision);
}

PluginStatement::~PluginStatement() = default;

Status PluginStatement::start(const QString &sql, std::span<const Value> parameters)
{
    m_sql = sql;
    QSqlQuery &query = m_query->query;
    bool done = false;
    if (parameters.empty()) {
        done = query.exec(sql);
    } else if (query.prepare(sql)) {
        for (const Value &value : parameters)
            query.addBindValue(variantOf(value));
        done = query.exec();
    }
    if (!done)
        return fail(errorOf(query.lastError(), sql));
    return {};
}

std::vector<ColumnInfo> PluginStatement::columns() const
{
    std::vector<ColumnInfo> columns;
    if (!m_query->query.isSelect())
        return columns;
    const QSqlRecord record = m_query->query.record();
    for (int i = 0; i < record.count(); ++i) {
        ColumnInfo column;
        column.name = record.field(i).name();
        column.type = typeOf(record.field(i).metaType().id(), record.field(i).length(), record.field(i).precision(), m_dialect);
        column.nativeType = column.type.nativeText;
        columns.push_back(std::move(column));
    }
    return columns;
}

Result<bool> PluginStatement::next(RowBlock &block)
{
    QSqlQuery &query = m_query->query;
    if (!query.next()) {
        if (query.lastError().isValid())
            return fail(errorOf(query.lastError(), m_sql));
        return false;
    }
    for (int i = 0; i < block.columnCount(); ++i)
        block.append(valueOf(query.value(i)));
    return true;
}

qint64 PluginStatement::affectedRows() const { return m_query->query.isSelect() ? 0 : m_query->query.numRowsAffected(); }

void PluginStatement::close() { m_query->query.finish(); }

} // namespace joinery::driver::qtsql
