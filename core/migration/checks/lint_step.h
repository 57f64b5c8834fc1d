// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/checks/lint.h"

#include <QSet>

namespace joinery::migration {

/// One step on its way through the rules: what there is before it, and a place for what they find.
class LintStep
{
public:
    LintStep(const LintOptions &options, const schema::Catalog &before, const QSet<schema::Name> &fresh, LintFindings &found,
             QString revision, int index, QString writtenFor)
        : m_options(options), m_before(before), m_fresh(fresh), m_found(found), m_revision(std::move(revision)), m_index(index),
          m_writtenFor(std::move(writtenFor)) {}

    // The rules: what is lost or can fail, what breaks clients, what blocks others, how things are called and made.
    void data(const operation::Operation &operation);
    void clients(const operation::Operation &operation);
    void locks(const operation::Operation &operation);
    void style(const operation::Operation &operation);
    void ownSql(const operation::ExecuteSql &sql, bool withDefinitions);

    void find(Severity severity, const char *code, const QString &object, const QString &message, const QString &fix = {},
              const Uid &subject = {});

private:
    const dialect::Dialect &dialect() const { return *m_options.dialect; }
    bool isOn(const char *engine) const { return dialect().name() == QLatin1String(engine); }
    /// A table that the same run creates has no rows and no readers.
    bool isFresh(const schema::Name &table) const { return m_fresh.contains(table); }
    /// Where the database was asked: whether it has that many. Where not: true.
    bool hasMany(const schema::Name &table) const;
    bool hasRows(const schema::Name &table) const;
    /// As the engine writes it.
    QString typeOf(schema::Type type) const;
    void addedColumn(const operation::AddColumn &o);
    void alteredColumn(const operation::AlterColumn &o);
    void addedConstraint(const operation::AddConstraint &o);
    void lockedColumn(const operation::AlterColumn &o);
    void lockedAdd(const operation::AddColumn &o);
    void name(const QString &name, const QString &what);
    /// Where nearly all of its kind are called so, the odd one out.
    void convention(const char *code, const schema::Name &table, const QString &name, const QString &prefix, const QStringList &others, const QString &what);
    void indexName(const schema::Name &table, const schema::Index &index);
    void constraintName(const schema::Name &table, const operation::Constraint &constraint);
    void tableName(const schema::Name &table);
    void ownStatement(const operation::ExecuteSql &sql, const QString &text, const QString &object);
    void table(const schema::Table &table);
    void foreignKey(const schema::Table &table, const schema::ForeignKey &key);
    void column(const schema::Name &table, const schema::Column &column);

    const LintOptions &m_options;
    const schema::Catalog &m_before;
    const QSet<schema::Name> &m_fresh;
    LintFindings &m_found;
    QString m_revision;
    int m_index;
    QString m_writtenFor;
};

/// Whether a pattern, in whatever case, is in a statement.
bool hasPattern(const QString &text, const char *pattern);
/// PostgreSQL writes every row of the table again for this change of type; MySQL copies the table.
bool rewritesOnPostgresql(const schema::Type &from, const schema::Type &to);
bool copiesOnMysql(const schema::Column &from, const schema::Column &to, bool mariaDb);

} // namespace joinery::migration
