// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

namespace joinery::migration {

/// What a person said to a question that the rows of a database raise. It becomes part of the revision, so that every other
/// database gets the same answer.
struct DataAnswer
{
    enum class Kind {
        Fill,    ///< `value`: SQL for the rows that have none; of a new column, or of one that becomes NOT NULL
        Map,     ///< `value`: the enumeration value that takes the place of `old`
        Keep,    ///< `value`: "first" or "last" row of equal ones stays, by the primary key
        Orphans, ///< `value`: "delete" or "null" for rows that refer to none
    };
    Kind kind = Kind::Fill;
    schema::Name table; ///< of Map: the type
    QString name;       ///< the column; of Keep and Orphans the constraint or index, or its kind where it has no name
    QString old;        ///< Map
    QString value;

    /// "book.price=0", "mood.sad=calm", "book.uq_title=first": InvalidInput otherwise.
    static Result<DataAnswer> parse(Kind kind, const QString &text);
};

/// Puts the answers into the operations: values to fill, mappings, and statements of their own before a key that they make
/// room for. `before` is the model before the operations. InvalidInput where an answer belongs to none of them.
Result<operation::Operations> withAnswers(const operation::Operations &operations, const std::vector<DataAnswer> &answers,
                                          const schema::Catalog &before, const dialect::Dialect &dialect);

} // namespace joinery::migration
