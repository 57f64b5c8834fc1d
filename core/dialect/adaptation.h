// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/adapt.h"

#include <QSet>

namespace joinery::dialect {

/// A catalogue on its way into the terms of another engine.
class Adaptation
{
public:
    Adaptation(const schema::Catalog &source, const Dialect &dialect) : m_source(source), m_dialect(dialect), m_can(dialect.capabilities()) {}

    Adapted run();

private:
    bool isMysql() const { return m_dialect.name() == QLatin1String("mysql"); }
    bool isSqlite() const { return m_dialect.name() == QLatin1String("sqlite"); }
    bool isPostgresql() const { return m_dialect.name() == QLatin1String("postgresql"); }
    void find(Severity severity, const char *code, const Uid &subject, const QString &object, const QString &message);
    static QString path(const schema::Table &table, const QString &part) { return table.name.toString() + u'.' + part; }
    std::optional<QString> translated(const QString &expression) const;
    schema::Name plain(schema::Name name) const;
    // adaptation.cpp
    void dropPartitions();
    void adaptTable(schema::Table &table);
    // adaptation_columns.cpp
    void adaptColumn(schema::Table &table, schema::Column &column);
    void adaptDefault(const schema::Table &table, schema::Column &column);
    void adaptType(schema::Table &table, schema::Column &column);
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
    bool m_foreign = false;
    QSet<QString> m_ownChecks;
    Adapted m_result;
};

} // namespace joinery::dialect
