// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/definition.h"
#include "core/schema/table.h"

#include <memory>

namespace joinery::schema {

/// A whole schema as a plain value: the model of a project, what was reflected from a database, the state at a
/// revision. Handed to other threads as CatalogPtr.
struct Catalog
{
    QString dialect;       ///< "sqlite", "postgresql", "mysql", "generic": whose SQL the expressions are; empty: any
    QString serverVersion; ///< where it was reflected, e.g. "15.20", "10.11.19-MariaDB"
    std::vector<Table> tables;
    std::vector<EnumType> enums;
    std::vector<Sequence> sequences;
    std::vector<View> views;
    std::vector<Definition> definitions;

    const Table *table(const Name &name) const;
    Table *table(const Name &name);
    const Table *table(const Uid &uid) const;
    const EnumType *enumType(const Name &name) const;
    EnumType *enumType(const Name &name);
    const View *view(const Name &name) const;
    friend bool operator==(const Catalog &, const Catalog &) = default;
};

using CatalogPtr = std::shared_ptr<const Catalog>;

/// Gives every table, column, constraint, index, enum, view, ... without a Uid a new one: what turns a reflected
/// catalogue into a model.
void assignUids(Catalog &catalog);

/// Takes all identities away, for comparing shapes.
Catalog withoutUids(Catalog catalog);

} // namespace joinery::schema
