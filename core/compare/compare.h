// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/base/result.h"
#include "core/compare/conversion.h"
#include "core/compare/rename_candidate.h"
#include "core/operation/operation.h"

#include <functional>

namespace joinery::compare {

/// "This is that": an answer to a rename candidate, or what a person said beforehand. Columns are given with the name
/// of their table in the new state.
struct RenameHint
{
    schema::Name fromTable, toTable; ///< both as they are called before and after; equal where only a column moved
    QString fromColumn, toColumn;    ///< empty for a table
    friend bool operator==(const RenameHint &, const RenameHint &) = default;
    /// "book.writer=book.author" or "writer=author"; InvalidInput otherwise.
    static Result<RenameHint> parse(const QString &text);
};

/// How the two sides are made comparable, and what to ask of the result.
struct Options
{
    /// A type as the engine would give it back once it was created. Default: as it is, without the engine's spelling.
    std::function<schema::Type(const schema::Type &)> engineType;
    bool comments = true;     ///< false: the engine has none
    bool sequences = true;    ///< false: the engine has none
    bool namedEnums = true;   ///< false: enums are inline, or text
    bool caseSensitive = true; ///< names of tables and columns
    /// `from` is a model and `to` a database: what the model left unnamed has whatever name the server gave.
    bool unnamedIsAny = false;
    bool columnOrder = false; ///< report a different order of columns as a finding
    bool restrictIsNoAction = false;
    bool keysBringIndexes = false;   ///< MySQL: an index that is called as a foreign key comes and is renamed with it
    bool primaryKeyNames = true; ///< false: the engine calls all of them alike
    bool viewsPinColumns = false; ///< a column that a view shows cannot be changed or dropped under it
    /// The question that the engine has where it cannot make the second of the first (its types and ideas are filled in).
    /// Default: it always can.
    std::function<std::optional<ConversionQuestion>(const schema::Column &from, const schema::Column &to)> conversion;
    std::vector<ConversionAnswer> conversions;
    std::vector<RenameHint> renames;
    /// Tables that neither side has to know: the version table, the engine's own.
    QStringList ignoredTables = {QStringLiteral("alembic_version"), QStringLiteral("joinery_journal")};
    bool keepUnknownTables = false; ///< tables of `from` that `to` does not know are unmanaged, and stay
    /// An empty `to`, or one that drops more than this share of the tables of `from`, is Refused; 1: no guard.
    double maximumDropShare = 1.0;
};

struct Difference
{
    operation::Operations operations;         ///< in an order that applies
    std::vector<RenameCandidate> candidates;  ///< unanswered: in `operations` they are drop and add
    std::vector<ConversionQuestion> conversions; ///< unanswered: the engine will refuse that step (but not those `onlyBack`)
    std::vector<Finding> findings;
    bool isEmpty() const { return operations.empty(); }
};

/// The operations that turn `from` into `to`. Elements are matched by Uid, then by hint, then by name. The same input
/// gives the same result, byte for byte.
Result<Difference> compare(const schema::Catalog &from, const schema::Catalog &to, const Options &options = {});

} // namespace joinery::compare
