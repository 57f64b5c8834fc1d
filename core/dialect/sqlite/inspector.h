// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/sqlite/create_table_text.h"
#include "core/dialect/sqlite/sqlite_dialect.h"

namespace joinery::dialect {

/// Reads one schema (main, or an attached database) of a SQLite connection: the pragmas joined with sqlite_schema, a
/// constant number of queries, and the stored texts for what no pragma tells.
class SqliteInspector
{
public:
    SqliteInspector(const SqliteDialect &dialect, driver::Connection &connection, QString schema, CancelToken token)
        : m_dialect(dialect), m_connection(connection), m_schema(std::move(schema)), m_token(std::move(token))
    {
    }

    Status read(const InspectOptions &options, Inspection &into);
    /// From sqlite_stat1, else from the greatest rowid, which is an upper bound.
    Status estimate(std::vector<schema::Table> &tables);

private:
    schema::Name nameOf(const QString &plain) const;
    QString schemaTable(const char *name) const;
    Status readTables();
    Status readColumns();
    Status readViewColumns();
    Status readIndexes();
    Status readTriggers();
    Status readForeignKeysByPragma();
    void readText(schema::Table &table);
    void readColumnText(schema::Table &table, const CreateTableText::Column &text);
    void readConstraintText(schema::Table &table, const CreateTableText::Clause &clause, const QString &column);
    schema::ForeignKey foreignKey(const CreateTableText::Clause &clause) const;
    void resolveNames();
    void find(Severity severity, const char *code, const QString &object, const QString &message);

    const SqliteDialect &m_dialect;
    driver::Connection &m_connection;
    QString m_schema;
    CancelToken m_token;
    std::vector<schema::Table> m_tables;
    std::vector<schema::View> m_views;
    std::vector<schema::Definition> m_definitions;
    QHash<QString, size_t> m_tableAt;      ///< by name as stored
    QStringList m_unparsed;                ///< tables whose text was not understood
    std::vector<Finding> m_findings;
};

} // namespace joinery::dialect
