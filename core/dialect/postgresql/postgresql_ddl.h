// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/generic/ddl_writer.h"

namespace joinery::dialect {

/// https://www.postgresql.org/docs/current/sql-altertable.html and its neighbours.
class PostgresqlDdl : public DdlWriter
{
public:
    using DdlWriter::DdlWriter;
    Result<SqlSteps> renderAll() override;

protected:
    using DdlWriter::write;
    Status write(const operation::RenameTable &o) override;
    Status write(const operation::AlterTableOptions &o) override;
    Status write(const operation::SetTableComment &o) override;
    Status write(const operation::AddColumn &o) override;
    Status write(const operation::AlterColumn &o) override;
    Status write(const operation::AddConstraint &o) override;
    Status write(const operation::DropIndex &o) override;
    Status write(const operation::CreateEnum &o) override;
    Status write(const operation::DropEnum &o) override;
    Status write(const operation::RenameEnum &o) override;
    Status write(const operation::AddEnumValue &o) override;
    Status write(const operation::RenameEnumValue &o) override;
    Status write(const operation::RebuildEnum &o) override;
    Status write(const operation::CreateSequence &o) override;
    Status write(const operation::DropSequence &o) override;
    Status write(const operation::AlterSequence &o) override;
    Status write(const operation::ReplaceView &o) override;

    QString columnText(const schema::Table &table, const schema::Column &column) const override;
    QString computedKind(const schema::Computed &computed) const override;
    QString notNullText(const schema::Column &column) const override;
    QString constraintText(const operation::Constraint &constraint) const override;
    QString indexText(const Name &table, const schema::Index &index, bool concurrently) const override;
    QString tableOptions(const schema::Table &table) const override;
    QString sequenceOptions(const schema::Sequence &sequence) const override;
    QString createTableText(const schema::Table &table, bool withForeignKeys) const override;

    void addTable(const schema::Table &table, bool withForeignKeys) override;
    void addComments(const schema::Table &table) override;
    void addIndex(const Name &table, const schema::Index &index, bool concurrently) override;
    void addView(const schema::View &view) override;
    void addDefinition(const schema::Definition &definition) override;
    void finishTable(const schema::Table &table) override;

private:
    /// COMMENT ON what IS comment; nothing where there is none, unless it replaces one.
    void addComment(const QString &what, const QString &comment, bool replaces = false);
    void addConstraintComment(const Name &table, const QString &name, const QString &comment);
    void finishNotNull(const Name &table, const schema::Column &column);
    void differFromParents(const schema::Table &table, const schema::Column &column);
    void addColumnOptions(const Name &table, const schema::Column &column, const QMap<QString, QString> &before);
    /// A serial's sequence where its name or its options are not those that "serial" gives.
    std::optional<Name> ownSequence(const Name &table, const schema::Column &column) const;
    /// Keys equal to an earlier one of the table: inside CREATE TABLE the server makes one of the two.
    static std::vector<schema::Unique> twinKeys(const schema::Table &table);
    Status writeConstraint(const operation::AddConstraint &o);
    Status alterType(const operation::AlterColumn &o);
    /// The views that show a column, and those over them, in the order of the catalogue: under them its type is fixed.
    std::vector<schema::View> viewsOver(const Name &table, const QString &column) const;
    Status writeUnderViews(const operation::AlterColumn &o);
    /// Around views that are dropped and made anew: their owners and what others may do with them come back. Both belong into
    /// one transaction.
    void rememberGrants(const std::vector<schema::View> &views);
    void giveGrants();
    void alterIdentity(const operation::AlterColumn &o);
    /// The columns of an enumeration type, also as arrays.
    std::vector<std::pair<Name, schema::Column>> columnsOf(const Name &enumName) const;
};

} // namespace joinery::dialect
