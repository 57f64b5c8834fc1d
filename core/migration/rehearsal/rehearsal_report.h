// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/compare.h"
#include "core/migration/checks/lint.h"
#include "core/migration/rehearsal/shadow.h"

namespace joinery::migration {

/// One statement that ran on the copy.
struct RehearsedStatement
{
    QString revision;
    QString sql;                           ///< as the server took it, with the ALGORITHM that it agreed to
    qint64 microseconds = 0;
    std::optional<qint64> expected;        ///< microseconds on all rows, where the copy has only some of them
    QStringList locks;                     ///< "AccessExclusiveLock on book": what it took that was not held before
    QStringList rewrites;                  ///< tables whose rows it wrote anew
    QString algorithm;                     ///< "INSTANT"; empty where the engine does not tell
};

/// One part of a rehearsal: the way up, the way back, the way up again.
struct RehearsalStage
{
    enum class Kind { Up, Down, UpAgain };
    Kind kind = Kind::Up;
    std::vector<RehearsedStatement> statements;
    qint64 microseconds = 0;
    std::optional<Error> failure;
    QString failedRevision;
    /// What the copy should look like afterwards, and does not: operations that turn the one into the other.
    operation::Operations differences;
    QStringList changed;                   ///< columns whose values should be what they were, and are not
    bool isGood() const { return !failure && differences.empty() && changed.isEmpty(); }
};

struct RehearsalReport
{
    CopyLevel level = CopyLevel::Full;
    QString shadow, way;                   ///< the copy's name, and how it was made
    qint64 copyMicroseconds = 0;
    std::vector<CopiedRows> rows;
    QStringList before, after;             ///< heads
    QStringList revisions;                 ///< those that run, in their order
    operation::Operations startDifferences; ///< the database is not as its revision says, before anything ran
    std::vector<RehearsalStage> stages;
    std::optional<Error> noWayBack;        ///< a revision says how to do it and not how to undo it
    QStringList notBack;                   ///< columns whose values the way back does not bring back
    QStringList indexesLeft;               ///< indexes that the server made for a foreign key, and keeps when the key is gone
    LintFindings findings;                 ///< of the operations and of the rows

    bool isGood() const;
    qint64 expectedMicroseconds() const;   ///< of the way up on all rows, as far as that can be told
};

/// "up", "down", "up again"
QString stageName(RehearsalStage::Kind kind);
QString levelName(CopyLevel level);        ///< "schema", "sample", "full"

} // namespace joinery::migration
