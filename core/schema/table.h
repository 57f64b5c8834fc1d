// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/column.h"
#include "core/schema/constraint.h"

namespace joinery::schema {

struct Table
{
    Uid uid;
    Name name;
    std::vector<Column> columns;
    std::optional<PrimaryKey> primaryKey;
    std::vector<Unique> uniques;
    std::vector<ForeignKey> foreignKeys;
    std::vector<Check> checks;
    std::vector<Exclusion> exclusions;
    std::vector<Index> indexes;
    QString comment;
    /// What the engine knows and the fields above do not. SQLite: "without_rowid", "strict"; PostgreSQL: "unlogged",
    /// "partition_by", "partition_of", "partition_bound", "inherits", "tablespace", "fillfactor", "row_security", ...;
    /// MySQL: "engine", "charset", "collation", "row_format", ... Keys are stable, values are the engine's words.
    QMap<QString, QString> options;
    /// SQLite: the stored CREATE text, which a rebuild edits token by token. Not part of a model. Like `estimatedRows`
    /// it says nothing about the shape, and equality ignores both.
    QString storedDefinition;
    std::optional<qint64> estimatedRows;
    /// Domains, functions and the like that its columns, defaults and checks need, and partitioned or inherited
    /// parents: what must exist before it beside the tables of its foreign keys. Ignored by equality too.
    std::vector<Name> uses;

    const Column *column(const QString &columnName) const;
    Column *column(const QString &columnName);
    const Column *column(const Uid &uid) const;
    qsizetype columnIndex(const QString &columnName) const; ///< -1 where there is none
    bool isInPrimaryKey(const QString &columnName) const;
    friend bool operator==(const Table &a, const Table &b);
};

} // namespace joinery::schema
