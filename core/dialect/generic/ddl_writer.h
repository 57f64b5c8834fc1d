// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/generic/generic_dialect.h"

namespace joinery::dialect {

/// Writes operations as statements: standard SQL here, an engine's own way in its subclass. One object renders one
/// operation or one script on a catalogue whose expressions and types are the engine's own (see adapt.h).
class DdlWriter
{
public:
    DdlWriter(const GenericDialect &dialect, const schema::Catalog &before, int serverVersion);
    virtual ~DdlWriter();

    Result<SqlSteps> render(const operation::Operation &operation);
    /// The whole catalogue on an empty database, see create_script.cpp.
    virtual Result<SqlSteps> renderAll();

protected:
    using Name = schema::Name;

    virtual Status write(const operation::CreateTable &o);
    virtual Status write(const operation::DropTable &o);
    virtual Status write(const operation::RenameTable &o);
    virtual Status write(const operation::AlterTableOptions &o);
    virtual Status write(const operation::SetTableComment &o);
    virtual Status write(const operation::AddColumn &o);
    virtual Status write(const operation::DropColumn &o);
    virtual Status write(const operation::RenameColumn &o);
    virtual Status write(const operation::AlterColumn &o);
    virtual Status write(const operation::AddConstraint &o);
    virtual Status write(const operation::DropConstraint &o);
    virtual Status write(const operation::RenameConstraint &o);
    virtual Status write(const operation::CreateIndex &o);
    virtual Status write(const operation::DropIndex &o);
    virtual Status write(const operation::RenameIndex &o);
    virtual Status write(const operation::CreateEnum &o);
    virtual Status write(const operation::DropEnum &o);
    virtual Status write(const operation::RenameEnum &o);
    virtual Status write(const operation::AddEnumValue &o);
    virtual Status write(const operation::RenameEnumValue &o);
    virtual Status write(const operation::RebuildEnum &o);
    virtual Status write(const operation::CreateSequence &o);
    virtual Status write(const operation::DropSequence &o);
    virtual Status write(const operation::AlterSequence &o);
    virtual Status write(const operation::CreateView &o);
    virtual Status write(const operation::DropView &o);
    virtual Status write(const operation::ReplaceView &o);
    virtual Status write(const operation::CreateDefinition &o);
    virtual Status write(const operation::DropDefinition &o);
    virtual Status write(const operation::ReplaceDefinition &o);
    Status write(const operation::ExecuteSql &o);

    // --- clauses
    virtual QString columnText(const schema::Table &table, const schema::Column &column) const;
    virtual QString computedKind(const schema::Computed &computed) const; ///< " STORED"
    virtual QString notNullText(const schema::Column &column) const;      ///< " NOT NULL", or nothing
    virtual QString constraintText(const operation::Constraint &constraint) const;
    virtual QString indexText(const Name &table, const schema::Index &index, bool concurrently = false) const;
    /// What stands behind the closing parenthesis of CREATE TABLE, with a blank before it.
    virtual QString tableOptions(const schema::Table &table) const;
    virtual QString sequenceOptions(const schema::Sequence &sequence) const;
    /// The constraints that stand inside CREATE TABLE; foreign keys only `withForeignKeys`.
    virtual QStringList constraintLines(const schema::Table &table, bool withForeignKeys) const;
    virtual QString createTableText(const schema::Table &table, bool withForeignKeys) const;
    QString identityOptions(const schema::Identity &identity) const;
    QString actionText(schema::ForeignKeyAction action) const;

    // --- the steps around a table
    /// The table with its indexes.
    virtual void addWholeTable(const schema::Table &table);
    virtual void addTable(const schema::Table &table, bool withForeignKeys);
    virtual void addForeignKey(const Name &table, const schema::ForeignKey &key);
    virtual void addComments(const schema::Table &table);
    virtual void addIndex(const Name &table, const schema::Index &index, bool concurrently = false);
    virtual void addView(const schema::View &view);
    virtual void addDefinition(const schema::Definition &definition);
    /// What a script does after all tables and their indexes are there: partitions are attached, ...
    virtual void finishTable(const schema::Table &table);
    /// Whether a foreign key may name a table that does not exist yet.
    virtual bool allowsForwardReferences() const { return false; }

    void add(const QString &sql, SqlStep::Place place = SqlStep::Place::InTransaction);
    void addScript(const QString &statements); ///< one or more statements
    Status unsupported(const QString &what) const;
    Status alter(const Name &table, const QString &action); ///< ALTER TABLE table action
    QString id(const QString &identifier) const { return m_dialect.quoteIfNeeded(identifier); }
    QString id(const Name &name) const;
    /// A collation of another schema is kept with both parts in quotes (Column::collation).
    QString collationText(const QString &collation) const { return collation.startsWith(u'"') ? collation : id(collation); }
    QString ids(const QStringList &identifiers) const;
    QString text(const QString &value) const; ///< a string literal
    const schema::Table &table(const Name &name) const; ///< an empty one where the catalogue does not know it
    /// The name that the server knows the constraint by.
    QString knownName(const Name &table, const operation::Constraint &constraint) const;
    const Capabilities &can() const { return m_dialect.capabilities(); }

    const GenericDialect &m_dialect;
    const schema::Catalog &m_before;
    int m_serverVersion;
    SqlSteps m_steps;
};

} // namespace joinery::dialect
