// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/conflict.h"

namespace joinery::ui {

enum class Side { Theirs, Mine };

/// What was chosen for the rows of a failed commit that somebody else changed. Nothing is chosen at first.
class ConflictChoices
{
public:
    struct Row
    {
        session::RowChange change;
        session::Conflict conflict;
        QStringList columns;        ///< to choose for, one by one; empty where one choice is for the row
        QStringList lost;           ///< read in part: the row cannot be inserted again
        QMap<QString, Side> sides;  ///< by column
        std::optional<Side> whole;  ///< of the row
        bool needsWhole() const { return columns.isEmpty() && !isSettled(); }
        /// Both want the same: the row is deleted already, or holds what is staged.
        bool isSettled() const
        {
            return conflict.isGone() ? change.kind == session::RowChange::Kind::Delete
                                     : change.kind == session::RowChange::Kind::Update && columns.isEmpty();
        }
        int left() const { return columns.isEmpty() ? int(needsWhole() && !whole) : int(columns.size() - sides.size()); }
    };

    ConflictChoices(const std::vector<session::Conflict> &conflicts, const session::ChangeSet &set, const schema::Table &table);

    const std::vector<Row> &rows() const { return m_rows; }
    void choose(size_t row, const QString &column, Side side);
    /// All that can be chosen in a row.
    void choose(size_t row, Side side);
    void chooseAll(Side side);
    int left() const; ///< choices that are not made

    /// Stages what was chosen, against the rows as they were shown.
    void stage(session::ChangeSet &set) const;

private:
    schema::Table m_table;
    std::vector<Row> m_rows;
};

} // namespace joinery::ui
