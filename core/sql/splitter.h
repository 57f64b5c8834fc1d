// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/flavor.h"

#include <optional>
#include <vector>

namespace joinery::sql {

/// One statement of a script, in UTF-16 offsets: from its first token to its last, without the delimiter and without
/// the comments around it.
struct ScriptStatement
{
    qsizetype start = 0;
    qsizetype end = 0;
    qsizetype delimiterEnd = 0; ///< behind the delimiter, where the next one may begin; `end` where there is none
    /// PostgreSQL, COPY ... FROM stdin: the lines behind it, without the closing \. line.
    qsizetype dataStart = 0, dataEnd = 0;

    bool hasData() const { return dataEnd > dataStart; }
    QString in(QStringView script) const { return script.mid(start, end - start).toString(); }
    friend bool operator==(const ScriptStatement &, const ScriptStatement &) = default;
};

/// Cuts a script as the engine's own client would: bodies of triggers and routines stay whole (SQLite's and MySQL's
/// BEGIN ... END, PostgreSQL's dollar quotes and BEGIN ATOMIC), MySQL's DELIMITER lines are obeyed and left out.
std::vector<ScriptStatement> splitScript(QStringView script, Flavor flavor);

/// What is certain of the first part of a script.
struct ScriptPart
{
    std::vector<ScriptStatement> statements; ///< whose end was seen
    qsizetype consumed = 0;                  ///< from here on the part has to be seen again, with more behind it
    QString delimiter;                       ///< that holds at `consumed`
    /// The COPY at `consumed` whose lines begin at its dataStart and go on behind the part.
    std::optional<ScriptStatement> openData;
};

/// The same for a script that comes in parts. `delimiter` is what the part before ended with, ";" at first; `last`: nothing
/// follows, and what is open ends here.
ScriptPart splitPart(QStringView part, Flavor flavor, const QString &delimiter, bool last);

/// The statement in or right behind which the caret stands, else the next one on, else the last; nothing where there is none.
std::optional<ScriptStatement> statementAt(const std::vector<ScriptStatement> &statements, qsizetype caret);

} // namespace joinery::sql
