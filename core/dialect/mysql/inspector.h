// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/catalog_rows.h"
#include "core/dialect/mysql/mysql_dialect.h"

namespace joinery::dialect {

/// Reads the databases of a MySQL or MariaDB server from information_schema, a constant number of queries. What a
/// definition says of its own database (`db`.`table`) is taken out, so that it can be created in another.
class MysqlInspector
{
public:
    MysqlInspector(const MysqlDialect &dialect, driver::Connection &connection, const InspectOptions &options,
                   const CancelToken &token)
        : m_dialect(dialect), m_connection(connection), m_options(options), m_token(token),
          m_mariaDb(connection.server().product == QLatin1String("MariaDB"))
    {
    }

    Result<Inspection> read();

private:
    Status readTables();
    Status readColumns();
    void takeDefault(schema::Column &column, const CatalogRows &rows, int row) const;
    Status readIndexes();
    void closeIndex(schema::Table &table, schema::Index &&index) const;
    Status readForeignKeys();
    Status readChecks();
    void foldJson(schema::Table &table, const QString &column, const QString &clause, schema::Check &&check) const;
    Status readPartitions();
    // inspector_shown.cpp
    Status readShownTables();
    Status readShownMariaDb();
    void takeShown(schema::Table &table, const QString &text);
    void takeShownIndex(schema::Table &table, const QString &line);
    void noteEngines();
    // inspector_routines.cpp
    Status readViews();
    Status readShownView(const QString &schema, const QString &name, QString &query);
    Status readSequences();
    QString inSqlMode(const QString &mode, const QString &create) const;
    Status readTriggers();
    Status readRoutines();
    static bool isOracle(const QString &mode);
    Status readOracleRoutine(const QString &type, const schema::Name &name, const QString &comment);
    Status readEvents();

    Result<CatalogRows> fetch(const QString &sql);
    QString in(const char *column) const;
    schema::Name nameOf(const QString &schema, const QString &plain) const;
    schema::Table *table(const QString &schema, const QString &plain);
    /// A text of MySQL's catalogue, in which quotes are escaped once too often.
    QString unescaped(const QString &text) const;
    /// Without the name of the database that it lies in, and what it names there.
    QString unqualified(const QString &sql, const QString &schema, std::vector<schema::Name> *uses = nullptr) const;
    void noteDefiner(const QString &object, const QString &definer);
    void find(Severity severity, const char *code, const QString &object, const QString &message);

    const MysqlDialect &m_dialect;
    driver::Connection &m_connection;
    const InspectOptions &m_options;
    const CancelToken &m_token;
    bool m_mariaDb;
    QString m_default;
    QString m_user;
    QStringList m_schemas;
    QString m_sqlMode;
    std::vector<schema::Name> m_sequences;
    Inspection m_inspection;
    QSet<schema::Name> m_shownPartitions; ///< whose partitions only SHOW CREATE TABLE tells whole
    QHash<schema::Name, size_t> m_tables;
    QHash<schema::Name, size_t> m_views;
    QHash<QString, QString> m_charsetOf; ///< by collation
};

} // namespace joinery::dialect
