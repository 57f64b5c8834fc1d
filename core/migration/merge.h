// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/history.h"

namespace joinery::migration {

/// A revision that puts several lines of work together, before it is written.
struct Merge
{
    /// One of the lines: what stands above the point that all have in common.
    struct Branch
    {
        QString tip;
        QStringList revisions;             ///< in the order in which they are applied
        operation::Operations operations;
    };
    Revision revision;
    std::vector<Branch> branches;
    /// GR606: two branches touch the same thing, and what the models hold depends on which of them comes first.
    std::vector<Finding> findings;
};

/// `ids` are revisions, none of them above another one. Refused where one is no head, unless `splice`; Conflict where the
/// operations of one branch do not fit behind those of another.
Result<Merge> planMerge(const History &history, const QStringList &ids, const QString &message, bool splice = false);

} // namespace joinery::migration
