// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/table.h"
#include "core/session/change_set.h"

#include <QSet>

namespace joinery::session {

/// A row that is not as it was when its edit was staged: `RowChange::before` is one side, what is staged the other.
struct Conflict
{
    quint64 change = 0;
    std::vector<driver::Value> theirs; ///< as somebody else left it, by column of the table; empty where the row is gone
    bool isGone() const { return theirs.empty(); }
    friend bool operator==(const Conflict &, const Conflict &) = default;
};

/// What a person chose for the row of a conflict.
struct Resolution
{
    QSet<QString> mine; ///< Update: the columns whose staged value is to stand; the others stay as they are now
    bool keep = false;  ///< Delete: delete it all the same; a row that is gone: insert it again
};

/// The columns of the table that somebody else changed although they are staged; for a Delete all that somebody else changed.
QStringList overtaken(const RowChange &change, const Conflict &conflict, const schema::Table &table);
/// Those among them that are not the same on both sides: a person has to choose.
QStringList disputed(const RowChange &change, const Conflict &conflict, const schema::Table &table);

/// What is staged after it, against the row as the conflict shows it; nothing where nothing is left to do.
std::optional<RowChange> resolved(const RowChange &change, const Conflict &conflict, const Resolution &resolution,
                                  const schema::Table &table);

/// The columns that were read only in part, because of which a row cannot be inserted again.
QStringList partlyRead(const RowChange &change, const schema::Table &table);

/// A row as an INSERT that makes it again, with its key; computed columns and cells in part are left out.
QMap<QString, driver::Value> valuesOfRow(const std::vector<driver::Value> &row, const schema::Table &table);

} // namespace joinery::session
