// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace joinery::compare {

/// An expression in a form that does not depend on how it was written: superfluous parentheses, casts of literals and
/// of whole operands, case and quotes of words, `<>` for `!=`, `= ANY (ARRAY[...])` for IN, the names of the current
/// time. What is not understood keeps its tokens.
QString normalExpression(const QString &sql, const QString &dialect);

} // namespace joinery::compare
