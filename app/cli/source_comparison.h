// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/source.h"
#include "core/compare/compare.h"
#include "core/compare/spelling.h"

namespace joinery::cli {

struct SourceDifference
{
    compare::Difference difference;
    /// Written differently on the two sides, and nobody was there to tell whether they mean the same. Not in `difference`.
    std::vector<compare::Spelling> maybe;
};

/// Both catalogues in the terms of `common`. A database among them is asked about expressions; where there is none, those of
/// sides of different origin may be the same.
Result<SourceDifference> compareSources(Context &context, const Source &from, const Source &to, const dialect::Dialect &common,
                                        const compare::Options &options);

/// From a database that was read by readDatabase to the models.
Result<compare::Difference> compareWithDatabase(Context &context, const Source &database, const schema::Catalog &models,
                                                const compare::Options &options);

/// A line each; empty where there are none.
QString maybeLines(const std::vector<compare::Spelling> &maybe, const QString &prefix);
QJsonArray maybeJson(const std::vector<compare::Spelling> &maybe);

} // namespace joinery::cli
