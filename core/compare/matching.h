// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/shape.h"

namespace joinery::compare {

/// Which element of one side is which of the other. Pointers into the two catalogues.
struct ColumnPair
{
    const schema::Column *from;
    const schema::Column *to;
};

struct TablePair
{
    const schema::Table *from;
    const schema::Table *to;
    std::vector<ColumnPair> columns;
    std::vector<const schema::Column *> dropped, added;
};

struct Matching
{
    std::vector<TablePair> tables;                      ///< sorted by the new name
    std::vector<const schema::Table *> dropped, added;  ///< sorted by name
    std::vector<std::pair<const schema::EnumType *, const schema::EnumType *>> enums;
    std::vector<const schema::EnumType *> droppedEnums, addedEnums;
};

/// By Uid, then by what was said beforehand, then by name.
Matching match(const schema::Catalog &from, const schema::Catalog &to, const Options &options);

/// What of the rest may be a rename, best first.
std::vector<RenameCandidate> candidates(const Matching &matching, const Shape &from, const Shape &to);

} // namespace joinery::compare
