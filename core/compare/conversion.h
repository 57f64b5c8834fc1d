// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/column.h"

namespace joinery::compare {

/// A column whose new type the engine does not make of the old one: a person has to say how, or that the values go.
struct ConversionQuestion
{
    schema::Name table; ///< as it is called in the new state
    QString column;
    QString from, to;   ///< the types, as the engine writes them
    bool onlyBack = false; ///< the way there is known, the way back is not
    QStringList ideas;  ///< expressions that may be meant, best first
    /// "q_" and 12 hexadecimal digits: the same question has the same id on every run.
    QString id() const;
    QString toString() const; ///< "book.price: date to boolean"
    friend bool operator==(const ConversionQuestion &, const ConversionQuestion &) = default;
};

/// What a person said to one.
struct ConversionAnswer
{
    schema::Name table;
    QString column;
    QString conversion; ///< SQL for the new value; "NULL": the values go
    QString reverse;    ///< SQL for the way back; empty: the engine's own cast
    /// "book.price=EXPRESSION"; InvalidInput otherwise.
    static Result<ConversionAnswer> parse(const QString &text);
    friend bool operator==(const ConversionAnswer &, const ConversionAnswer &) = default;
};

} // namespace joinery::compare
