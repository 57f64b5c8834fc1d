// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/inverse.h"

#include "core/session/same_value.h"

namespace joinery::session {

using driver::Value;

namespace {

RowKeyValues keyOfRow(const RowSource &source, const std::vector<Value> &row)
{
    RowKeyValues key;
    for (const QString &column : source.key.columns)
        key.push_back(row[size_t(source.keyIndex(column))]);
    return key;
}

/// `now` is the row as the commit left it, empty where that is not known.
std::optional<RowChange> back(const RowSource &source, const RowChange &change, const std::vector<Value> &now, Inverse &inverse)
{
    RowChange undo;
    if (change.kind == RowChange::Kind::Delete) {
        if (!partlyRead(change, source.table).isEmpty()) {
            ++inverse.losses[Inverse::Loss::RowInPart];
            return std::nullopt;
        }
        if (source.key.kind == RowKey::Kind::Address)
            ++inverse.losses[Inverse::Loss::NewAddress];
        undo.kind = RowChange::Kind::Insert;
        undo.values = valuesOfRow(change.before, source.table);
        return undo;
    }
    if (now.empty()) {
        ++inverse.losses[Inverse::Loss::RowUnknown];
        return std::nullopt;
    }
    undo.key = keyOfRow(source, now);
    undo.before.assign(now.begin(), now.begin() + source.columnCount());
    if (change.kind == RowChange::Kind::Insert) {
        undo.kind = RowChange::Kind::Delete;
        return undo;
    }
    for (auto given = change.values.begin(); given != change.values.end(); ++given) {
        const size_t at = size_t(source.table.columnIndex(given.key()));
        const Value &old = change.before[at];
        if (old.isPart())
            ++inverse.losses[Inverse::Loss::CellInPart];
        else if (!sameValue(old, now[at]))
            undo.values.insert(given.key(), old);
    }
    return undo.values.isEmpty() ? std::nullopt : std::optional(undo);
}

} // namespace

Inverse inverseOf(const RowSource &source, const std::vector<RowChange> &changes, const CommitReport &report)
{
    Inverse inverse;
    // Backwards, so that what a row made room for finds its room again.
    for (size_t i = changes.size(); i-- > 0;) {
        const std::vector<Value> nothing;
        const bool told = i < report.rows.size() && report.rows[i].change == changes[i].id;
        if (auto undo = back(source, changes[i], told ? report.rows[i].values : nothing, inverse)) {
            undo->id = inverse.changes.size() + 1;
            inverse.changes.push_back(*std::move(undo));
        }
    }
    return inverse;
}

} // namespace joinery::session
