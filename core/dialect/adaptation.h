// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/adapt.h"

#include <QSet>

namespace joinery::dialect {

/// What tables are called where the engine has no namespaces: what is called alike in two of them takes the namespace
/// into its name, and the others keep the plain one.
class PlainNames
{
public:
    PlainNames(const schema::Catalog &catalog, const Dialect &dialect);
    schema::Name of(const schema::Name &name) const;

private:
    bool m_keepsAll;
    QHash<schema::Name, schema::Name> m_names;
};

/// A catalogue on its way into the terms of another engine.
class Adaptation
{
public:
    Adaptation(const schema::Catalog &source, const Dialect &dialect, int serverVersion)
        : m_source(source), m_dialect(dialect), m_can(dialect.capabilities()), m_serverVersion(serverVersion), m_plainNames(source, dialect)
    {
    }

    Adapted run();

private:
    bool isMysql() const { return m_dialect.name() == QLatin1String("mysql"); }
    bool isSqlite() const { return m_dialect.name() == QLatin1String("sqlite"); }
    bool isPostgresql() const { return m_dialect.name() == QLatin1String("postgresql"); }
    /// Whether it is a PostgreSQL of at least this major version.
    bool isPostgresql(int major) const { return isPostgresql() && (m_serverVersion == 0 || m_serverVersion >= major * 10000); }
    void find(Severity severity, const char *code, const Uid &subject, const QString &object, const QString &message);
    static QString path(const schema::Table &table, const QString &part) { return table.name.toString() + u'.' + part; }
    std::optional<QString> translated(const QString &expression) const;
    // adaptation.cpp
    void dropPartitions();
    void adaptTable(schema::Table &table);
    // adaptation_columns.cpp
    void adaptColumn(schema::Table &table, schema::Column &column);
    void adaptDefault(const schema::Table &table, schema::Column &column);
    void adaptType(schema::Table &table, schema::Column &column);
    /// What the engine's type does not say of the one that was meant.
    void noteType(const schema::Table &table, const schema::Column &column, const schema::Type &meant);
    /// An enumeration that stood in its column gets a name and a type of its own.
    void nameEnum(const schema::Table &table, schema::Column &column);
    /// VARCHAR and a check of its values.
    void spellOutEnum(schema::Table &table, schema::Column &column);
    void adaptIdentity(const schema::Table &table, schema::Column &column);
    // adaptation_keys.cpp
    void adaptUnique(const schema::Table &table, schema::Unique &unique);
    void adaptForeignKey(const schema::Table &table, schema::ForeignKey &key);
    void adaptChecks(schema::Table &table);
    void adaptIndexes(schema::Table &table);
    /// MySQL cannot index a whole text: keys become VARCHAR, indexes hold the beginning.
    void limitKeys(schema::Table &table, const schema::Table &source);
    /// Names of indexes belong to the table on MySQL, to the schema elsewhere.
    void nameIndexes();
    // adaptation.cpp
    void adaptViews();
    void adaptDefinitions();

    const schema::Catalog &m_source;
    const Dialect &m_dialect;
    const Capabilities &m_can;
    int m_serverVersion; ///< 0: the newest
    bool m_foreign = false;
    QSet<QString> m_ownChecks;
    PlainNames m_plainNames;
    Adapted m_result;
};

} // namespace joinery::dialect
