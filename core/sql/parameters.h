// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/flavor.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace joinery::sql {

/// A statement whose parameters the engine understands.
struct BoundStatement
{
    QString sql;
    /// The parameter for each position, without its sign: "name" of :name, "1" of ?1 and $1, and plain ? count from 1.
    /// A name stands here twice where the engine has no numbered placeholders.
    QStringList order;

    /// Where an offset in `sql` (of an error) stands in the statement that was written.
    qsizetype sourceOffset(qsizetype offset) const;

    struct Piece
    {
        qsizetype source, bound; ///< offsets behind a parameter
    };
    std::vector<Piece> pieces;
};

/// Every parameter of the statement once, in the order of appearance; for asking for the values.
QStringList parameterNames(QStringView statement, Flavor flavor);

/// Replaces :name, ? and the like by what `placeholder` (of the dialect, counting from 1) gives. Casts (::), strings
/// and comments are left alone.
BoundStatement bindParameters(QStringView statement, Flavor flavor, const std::function<QString(int)> &placeholder);

} // namespace joinery::sql
