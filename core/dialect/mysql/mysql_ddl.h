// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/generic/ddl_writer.h"

namespace joinery::dialect {

/// MySQL and MariaDB: a changed column is written in full (what is not said is reset), indexes stand inside CREATE
/// TABLE, every statement commits. https://mariadb.com/kb/en/alter-table/
class MysqlDdl : public DdlWriter
{
public:
    using DdlWriter::DdlWriter;

protected:
    using DdlWriter::write;
    Status write(const operation::RenameTable &o) override;
    Status write(const operation::AlterTableOptions &o) override;
    Status write(const operation::SetTableComment &o) override;
    Status write(const operation::AddColumn &o) override;
    Status write(const operation::RenameColumn &o) override;
    Status write(const operation::AlterColumn &o) override;
    Status write(const operation::AddConstraint &o) override;
    Status write(const operation::DropConstraint &o) override;
    Status write(const operation::RenameConstraint &o) override;
    Status write(const operation::CreateIndex &o) override;
    Status write(const operation::DropIndex &o) override;
    Status write(const operation::RenameIndex &o) override;
    Status write(const operation::ReplaceView &o) override;

    QString columnText(const schema::Table &table, const schema::Column &column) const override;
    QString constraintText(const operation::Constraint &constraint) const override;
    QString indexText(const Name &table, const schema::Index &index, bool concurrently) const override;
    QString tableOptions(const schema::Table &table) const override;
    QStringList constraintLines(const schema::Table &table, bool withForeignKeys) const override;

    void addWholeTable(const schema::Table &table) override;
    void addView(const schema::View &view) override;

private:
    Status followInViews(const operation::Operation &renaming);
    /// What an ALTER TABLE that makes `after` of `before` has to say besides, so that AUTO_INCREMENT keeps an index.
    QString counterSupport(const schema::Table &before, const schema::Table &after) const;
    static schema::Table withColumn(const schema::Table &table, const QString &replaced, const schema::Column &column);
    QString indexItems(const schema::Index &index) const;
    QString indexOptions(const schema::Index &index) const;
    QString indexKind(const schema::Index &index) const; ///< "UNIQUE INDEX", "FULLTEXT INDEX", ...
    QString tableOption(const QString &key, const QString &value) const;
    /// An index that the server made for a foreign key, which stays when the key goes; empty where there is none.
    QString implicitIndex(const schema::Table &table, const schema::ForeignKey &key) const;
};

} // namespace joinery::dialect
