// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/change_set.h"

#include "core/session/same_value.h"

namespace joinery::session {

using driver::Value;

void ChangeSet::setValue(const RowKeyValues &key, const std::vector<Value> &before, const QString &column, int index,
                         const Value &value)
{
    const RowChange *staged = find(key);
    RowChange change = staged ? *staged : RowChange{};
    if (!staged) {
        change.key = key;
        change.before = before;
    }
    if (change.kind == RowChange::Kind::Delete)
        return;
    if (sameValue(change.before[size_t(index)], value))
        change.values.remove(column);
    else
        change.values.insert(column, value);
    if (!staged && change.values.isEmpty())
        return;
    const quint64 id = staged ? staged->id : ++m_lastId;
    change.id = id;
    stage(id, change.values.isEmpty() ? std::nullopt : std::optional(change));
}

quint64 ChangeSet::insertRow(const QMap<QString, Value> &values)
{
    RowChange change;
    change.id = ++m_lastId;
    change.kind = RowChange::Kind::Insert;
    change.values = values;
    stage(change.id, change);
    return change.id;
}

void ChangeSet::setInserted(quint64 id, const QString &column, const Value &value)
{
    const RowChange *staged = find(id);
    if (!staged || staged->kind != RowChange::Kind::Insert)
        return;
    RowChange change = *staged;
    if (value.isDefault())
        change.values.remove(column);
    else
        change.values.insert(column, value);
    if (change != *staged)
        stage(id, change);
}

void ChangeSet::deleteRow(const RowKeyValues &key, const std::vector<Value> &before)
{
    const RowChange *staged = find(key);
    RowChange change = staged ? *staged : RowChange{};
    if (!staged) {
        change.id = ++m_lastId;
        change.key = key;
        change.before = before;
    }
    if (change.kind == RowChange::Kind::Delete)
        return;
    change.kind = RowChange::Kind::Delete;
    change.values.clear();
    stage(change.id, change);
}

void ChangeSet::replace(quint64 id, const std::optional<RowChange> &change)
{
    const RowChange *staged = find(id);
    if (!staged || (change && *staged == *change))
        return;
    std::optional<RowChange> after = change;
    if (after)
        after->id = id;
    stage(id, std::move(after));
}

void ChangeSet::revert(quint64 id)
{
    if (find(id))
        stage(id, std::nullopt);
}

void ChangeSet::clear()
{
    m_changes.clear();
    m_byKey.clear();
    m_steps.clear();
    m_done = 0;
}

void ChangeSet::stage(quint64 id, std::optional<RowChange> after)
{
    const RowChange *staged = find(id);
    m_steps.resize(m_done, Step{});
    m_steps.push_back({id, staged ? std::optional(*staged) : std::nullopt, after,
                       m_grouping ? m_group : ++m_group});
    ++m_done;
    put(id, after);
}

void ChangeSet::put(quint64 id, const std::optional<RowChange> &change)
{
    if (const auto old = m_changes.find(id); old != m_changes.end()) {
        if (old->second.kind != RowChange::Kind::Insert)
            m_byKey.erase(old->second.key);
        m_changes.erase(old);
    }
    if (!change)
        return;
    if (change->kind != RowChange::Kind::Insert)
        m_byKey.insert_or_assign(change->key, id);
    m_changes.insert_or_assign(id, *change);
}

void ChangeSet::asOneStep(const std::function<void()> &calls)
{
    if (std::exchange(m_grouping, true))
        return calls();
    ++m_group;
    calls();
    m_grouping = false;
}

void ChangeSet::undo()
{
    if (!canUndo())
        return;
    const quint64 group = m_steps[m_done - 1].group;
    while (m_done > 0 && m_steps[m_done - 1].group == group) {
        const Step &step = m_steps[--m_done];
        put(step.id, step.before);
    }
}

void ChangeSet::redo()
{
    if (!canRedo())
        return;
    const quint64 group = m_steps[m_done].group;
    while (m_done < m_steps.size() && m_steps[m_done].group == group) {
        const Step &step = m_steps[m_done++];
        put(step.id, step.after);
    }
}

std::vector<RowChange> ChangeSet::changes() const
{
    std::vector<RowChange> all;
    for (const auto &[id, change] : m_changes)
        all.push_back(change);
    return all;
}

std::vector<quint64> ChangeSet::inserted() const
{
    std::vector<quint64> ids;
    for (const auto &[id, change] : m_changes) {
        if (change.kind == RowChange::Kind::Insert)
            ids.push_back(id);
    }
    return ids;
}

const RowChange *ChangeSet::find(quint64 id) const
{
    const auto at = m_changes.find(id);
    return at == m_changes.end() ? nullptr : &at->second;
}

const RowChange *ChangeSet::find(const RowKeyValues &key) const
{
    const auto at = m_byKey.find(key);
    return at == m_byKey.end() ? nullptr : find(at->second);
}

void ChangeSet::restore(const std::vector<RowChange> &changes)
{
    clear();
    for (const RowChange &change : changes) {
        m_lastId = std::max(m_lastId, change.id);
        put(change.id, change);
    }
}

} // namespace joinery::session
