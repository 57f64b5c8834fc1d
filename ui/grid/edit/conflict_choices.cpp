// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/edit/conflict_choices.h"

#include <numeric>

namespace joinery::ui {

using session::RowChange;

ConflictChoices::ConflictChoices(const std::vector<session::Conflict> &conflicts, const session::ChangeSet &set,
                                 const schema::Table &table) : m_table(table)
{
    for (const session::Conflict &conflict : conflicts) {
        const RowChange *change = set.find(conflict.change);
        if (!change)
            continue;
        Row row{*change, conflict, {}, {}, {}, {}};
        if (change->kind == RowChange::Kind::Update && !conflict.isGone())
            row.columns = session::disputed(*change, conflict, table);
        else if (conflict.isGone())
            row.lost = session::partlyRead(*change, table);
        m_rows.push_back(std::move(row));
    }
}

void ConflictChoices::choose(size_t row, const QString &column, Side side) { m_rows[row].sides[column] = side; }

void ConflictChoices::choose(size_t row, Side side)
{
    Row &of = m_rows[row];
    for (const QString &column : of.columns)
        of.sides[column] = side;
    // A row that was not read whole cannot be made again.
    if (of.needsWhole() && (side == Side::Theirs || of.lost.isEmpty()))
        of.whole = side;
}

void ConflictChoices::chooseAll(Side side)
{
    for (size_t row = 0; row < m_rows.size(); ++row)
        choose(row, side);
}

int ConflictChoices::left() const
{
    return std::accumulate(m_rows.begin(), m_rows.end(), 0, [](int sum, const Row &row) { return sum + row.left(); });
}

void ConflictChoices::stage(session::ChangeSet &set) const
{
    for (const Row &row : m_rows) {
        session::Resolution resolution;
        resolution.keep = row.whole == Side::Mine;
        for (auto side = row.sides.begin(); side != row.sides.end(); ++side) {
            if (side.value() == Side::Mine)
                resolution.mine.insert(side.key());
        }
        set.replace(row.change.id, session::resolved(row.change, row.conflict, resolution, m_table));
    }
}

} // namespace joinery::ui
