// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/name.h"
#include "core/sql/flavor.h"

#include <QStringList>

#include <vector>

namespace joinery::sql {

/// A table that a statement speaks of, under the name by which its columns are addressed there.
struct TableReference
{
    schema::Name table; ///< as written, without quotes
    QString alias;      ///< empty where there is none
    QStringList columns; ///< of a WITH table that names them
    friend bool operator==(const TableReference &, const TableReference &) = default;
};

/// What can be typed at a caret.
struct CompletionContext
{
    enum class Place {
        Nowhere,  ///< in a string, a comment, or behind a number
        Anything, ///< keywords, functions, columns of `tables`
        Table,    ///< behind FROM, JOIN, INTO, UPDATE, TABLE: tables and views
        Column,   ///< behind `qualifier.`, or in the column list of an INSERT
    };
    Place place = Place::Anything;
    QString prefix;          ///< what is typed already, without an opening quote
    qsizetype replaceStart = 0; ///< the text from here to the caret is replaced
    QStringList qualifier;   ///< "s", "t" of s.t.|
    std::vector<TableReference> tables;

    /// The table that a qualifier means: an alias or a name, case-insensitive. Null where it is none of `tables`.
    const TableReference *find(const QString &qualifierName) const;
};

CompletionContext completionAt(QStringView script, qsizetype caret, Flavor flavor);

} // namespace joinery::sql
