// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/element_changes.h"
#include "core/compare/matching.h"

namespace joinery::compare {

/// How one table differs, once everything that was renamed has its new name.
struct TableChange
{
    schema::Name table;
    ListChange<schema::PrimaryKey> primaryKey; ///< at most one of each
    ListChange<schema::Unique> uniques;
    ListChange<schema::ForeignKey> foreignKeys;
    ListChange<schema::Check> checks;
    ListChange<schema::Exclusion> exclusions;
    ListChange<schema::Index> indexes;
    std::vector<operation::AddColumn> addedColumns;
    std::vector<operation::AlterColumn> alteredColumns;
    std::vector<ConversionQuestion> conversions;
    std::vector<schema::Column> droppedColumns;
    std::optional<operation::AlterTableOptions> options;
    std::optional<operation::SetTableComment> comment;

    /// Whether what a view shows of it may not stay as it is.
    bool changesColumns() const { return !alteredColumns.empty() || !droppedColumns.empty(); }
};

/// `from` is the table as it is after the renames; `to` as it shall be. `dropped` names the columns that go.
TableChange changeOf(const schema::Table &from, const schema::Table &to, const QStringList &dropped, const Shape &fromShape,
                     const Shape &toShape, const Options &options);

} // namespace joinery::compare
