// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/catalog.h"

namespace joinery::diagram {

/// A foreign key as the diagram shows it: from the referring table (child) to the referred one (parent).
struct Relation
{
    Uid uid;
    QString name;            ///< of the constraint, may be empty
    schema::Name childTable;
    schema::Name parentTable;
    size_t child = 0;        ///< index in Catalog::tables, later in Chart::cards
    size_t parent = 0;
    QStringList childColumns;
    QStringList parentColumns; ///< as many; the key of the parent where nothing is said
    bool childUnique = false;    ///< a parent has at most one child: a key over (some of) the columns says so
    bool parentOptional = false; ///< a child may have no parent: a column may be NULL

    bool isSelf() const { return child == parent; }
    /// "many to one", "one to one": as read from the child.
    QString cardinality() const;
    /// "book.publisher_id refers to publisher.id, many to one, optional"
    QString toString() const;
};

/// Every foreign key between tables of the catalogue, in the order of the tables. One that refers to a table that the
/// catalogue does not hold is left out.
std::vector<Relation> relationsOf(const schema::Catalog &catalog);

} // namespace joinery::diagram
