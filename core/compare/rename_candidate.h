// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/name.h"

#include <QStringList>

namespace joinery::compare {

/// A drop and an add that may well be one rename. Never taken for granted: a person or a flag decides.
struct RenameCandidate
{
    enum class Kind { Table, Column, EnumValue };
    Kind kind = Kind::Column;
    schema::Name fromTable, toTable; ///< of a column: its table before and after; of a value: its type
    QString fromColumn, toColumn;    ///< empty for a table; of a value: the value
    double score = 0;                ///< 0 to 1
    QStringList evidence;            ///< "same type VARCHAR(40)", "same place", ...
    /// "q_" and 12 hexadecimal digits: the same question has the same id on every run.
    QString id() const;
    QString toString() const;        ///< "book.writer -> book.author"
    friend bool operator==(const RenameCandidate &, const RenameCandidate &) = default;
};

} // namespace joinery::compare
