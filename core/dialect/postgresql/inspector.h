// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/catalog_rows.h"
#include "core/dialect/postgresql/postgresql_dialect.h"

namespace joinery::dialect {

/// Reads the schemas of a PostgreSQL database from pg_catalog in a constant number of queries, whatever they hold.
/// While it reads, the search_path is the default schema alone: names in it come without their schema, all others with.
class PostgresqlInspector
{
public:
    PostgresqlInspector(const PostgresqlDialect &dialect, driver::Connection &connection, const InspectOptions &options,
                        const CancelToken &token)
        : m_dialect(dialect), m_connection(connection), m_options(options), m_token(token),
          m_version(connection.server().versionNumber / 10000)
    {
    }

    Result<Inspection> read();

private:
    Status readAll();
    // inspector_tables.cpp
    Status readRelations();
    Status readColumns();
    static void takeNotNull(const schema::Table &table, schema::Column &column, const CatalogRows &rows, int row);
    void takeIdentity(schema::Table &table, schema::Column &column, const CatalogRows &rows, int row);
    schema::Type typeOf(const CatalogRows &rows, int row, int first) const;
    // inspector_constraints.cpp
    Status readConstraints();
    Status readIndexes();
    // inspector_types.cpp
    Status readNamespaces();
    Status readEnums();
    Status readDomains();
    Status readComposites();
    Status readRanges();
    Status readSequences();
    // inspector_routines.cpp
    Status readExtensions();
    Status readFunctions();
    Status readAggregates();
    Status readTriggers();
    Status readRules();
    Status readPolicies();
    Status readStatistics();
    // inspector_objects.cpp
    Status readObjects();
    Status readObjectUses();
    Status readViewDefaults();
    // inspector_uses.cpp
    Status readUses();
    Status readUnknown();
    Status readPrivileges();

    Result<CatalogRows> fetch(const QString &sql);
    /// "n.nspname IN (...)": the schemas that are read, and nothing that belongs to an extension. `oid` of `catalog`.
    QString ours(const char *oid, const char *catalog, const char *schemaColumn = "n.nspname") const;
    schema::Name nameOf(const QString &schema, const QString &plain) const;
    QString quoted(const schema::Name &name) const;
    QString quotedAll(const QStringList &names) const;
    schema::Table *tableAt(qint64 oid);
    void find(Severity severity, const char *code, const QString &object, const QString &message);
    void define(schema::Definition::Kind kind, const schema::Name &name, const QString &createSql, const QString &dropSql,
                const QString &commentOn, const QString &comment);

    /// Comments on parts of the definition that was read last: a JSON object by name; `on` holds %1 for it.
    void addComments(const QString &on, const QString &json);

    const PostgresqlDialect &m_dialect;
    driver::Connection &m_connection;
    const InspectOptions &m_options;
    const CancelToken &m_token;
    int m_version; ///< major
    QString m_defaultSchema;
    Inspection m_inspection;
    QHash<qint64, size_t> m_tables; ///< oid to position
    QHash<qint64, size_t> m_views;
    QHash<qint64, size_t> m_functions; ///< oid to position in definitions
    QHash<std::pair<QString, qint64>, size_t> m_objects; ///< catalogue and oid to position in definitions
    QHash<qint64, qint64> m_serials;   ///< sequences that a column's Identity stands for
};

/// SQL for the name of a collation, with its schema where the search_path does not find it.
QString writtenCollation(const char *oid);
/// The same as Column::collation and IndexItem::collation keep it: plain, or both parts in quotes.
QString keptCollation(const char *oid);
/// Storage parameters, "fillfactor=70" each, as options. Their order is kept as "parameter_order" where it is not that of
/// their names, for the server tells it again.
void takeParameters(QMap<QString, QString> &options, const QStringList &parameters, const QString &prefix = {});
/// A JSON array of texts, as array_to_json writes it.
QStringList jsonTexts(const QString &json);
/// "(a > 0)" is "a > 0"; "(a) + (b)" stays.
QString withoutParentheses(const QString &expression);

} // namespace joinery::dialect
