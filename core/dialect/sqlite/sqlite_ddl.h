// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/generic/ddl_writer.h"

namespace joinery::dialect {

/// SQLite changes little of a table in place; everything else is a rebuild: a new table from the edited text of the
/// old one, which takes over its rows and its name (https://www.sqlite.org/lang_altertable.html, section 7).
class SqliteDdl : public DdlWriter
{
public:
    using DdlWriter::DdlWriter;

    /// Whether a statement of the engine does it exactly.
    bool isNative(const operation::Operation &operation) const;
    /// Several changes of one table in one rebuild; `after` is the catalogue that they lead to.
    Result<SqlSteps> rebuild(const Name &table, std::span<const operation::Operation> operations,
                             const schema::Catalog &after);
    /// Keeps the stored texts of `after` in step with an operation on the catalogue before it.
    void carryStoredDefinitions(const operation::Operation &operation, schema::Catalog &after) const;

    // --- for TableEdit
    QString columnText(const schema::Table &table, const schema::Column &column) const override;
    QString constraintText(const operation::Constraint &constraint) const override;
    QString tableOptions(const schema::Table &table) const override;
    QString computedText(const schema::Computed &computed) const;
    QString defaultClause(const schema::Column &column) const;
    QString identifier(const QString &name) const { return id(name); }
    QString typeText(const schema::Type &type) const;

protected:
    using DdlWriter::write;
    Status write(const operation::AlterTableOptions &o) override;
    Status write(const operation::AddColumn &o) override;
    Status write(const operation::DropColumn &o) override;
    Status write(const operation::AlterColumn &o) override;
    Status write(const operation::AddConstraint &o) override;
    Status write(const operation::DropConstraint &o) override;
    Status write(const operation::RenameConstraint &o) override;
    Status write(const operation::DropIndex &o) override;
    Status write(const operation::RenameIndex &o) override;
    Status write(const operation::ReplaceView &o) override;

    QStringList constraintLines(const schema::Table &table, bool withForeignKeys) const override;
    QString createTableText(const schema::Table &table, bool withForeignKeys) const override;
    QString indexText(const Name &table, const schema::Index &index, bool concurrently) const override;
    void addView(const schema::View &view) override;
    void addDefinition(const schema::Definition &definition) override;
    bool allowsForwardReferences() const override { return true; }

private:
    Status rebuildFor(const operation::Operation &operation);
    bool isMentioned(const Name &table) const; ///< by a view or a trigger
    bool inlinesKey(const schema::Table &table) const;
    void copyRows(const schema::Table &from, const schema::Table &to, const QString &fresh,
                  std::span<const operation::Operation> operations);
    void checkReferences(const schema::Table &table, bool before);
    QStringList tablesToCheck(const schema::Table &table) const;
};

} // namespace joinery::dialect
