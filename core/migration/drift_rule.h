// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace joinery::migration {

/// A difference between a database and its revision that a person lets stand: what it is, of which object, and why.
struct DriftRule
{
    QString kind;   ///< of the operation: "create_index", "add_column", ...; of a new table everything in it
    QString object; ///< "book.ix_book_title", as the check names it
    QString reason; ///< never empty
    friend bool operator==(const DriftRule &, const DriftRule &) = default;

    /// "create_index:book.ix_title=made by the report tool": InvalidInput otherwise.
    static Result<DriftRule> parse(const QString &text);
    /// "create_index:book.ix_title"
    QString id() const { return kind + u':' + object; }
};

} // namespace joinery::migration
