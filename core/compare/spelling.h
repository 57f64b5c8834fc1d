// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/catalog.h"

namespace joinery::compare {

/// An expression that both sides have at the same place and write differently: the same one in other words, as servers give
/// back what they were given (`a BETWEEN 1 AND 10` becomes `(a >= 1) AND (a <= 10)`), or another one. Only a server can tell.
struct Spelling
{
    enum class Place { Check, Default, Computed, IndexWhere, IndexItem };
    schema::Name table;
    Place place = Place::Check;
    QString element; ///< the name of the check, column or index, as far as one side gives one
    QString from, to;
    /// "check sane_price of book"
    QString toString() const;
};

/// Of tables that are called alike on both sides. A check without a name stands against every one that is only on the other side.
std::vector<Spelling> spellingsApart(const schema::Catalog &from, const schema::Catalog &to);

/// Writes an expression of a table, found by its text, in another way.
void respell(schema::Catalog &catalog, const Spelling &spelling, const QString &now, const QString &then);

} // namespace joinery::compare
