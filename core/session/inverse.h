// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/commit.h"

namespace joinery::session {

/// What takes a commit back, and what it cannot bring back.
struct Inverse
{
    enum class Loss {
        RowUnknown, ///< nothing tells the row apart any more
        CellInPart, ///< an old value was too large to be kept
        RowInPart,  ///< a deleted row with such a value: it does not come back
        NewAddress, ///< a deleted row comes back, and the engine gives it another address
    };
    std::vector<RowChange> changes; ///< in the order in which they have to run
    QMap<Loss, int> losses;         ///< of how many rows or cells
    friend bool operator==(const Inverse &, const Inverse &) = default;
};

/// Of a commit that went well. Its rows must be as the commit left them: the same check as for every other staged edit.
Inverse inverseOf(const RowSource &source, const std::vector<RowChange> &changes, const CommitReport &report);

} // namespace joinery::session
