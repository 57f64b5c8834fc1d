// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/value.h"

#include <QMap>

#include <functional>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

namespace joinery::session {

using RowKeyValues = std::vector<driver::Value>;

/// What is staged for one row.
struct RowChange
{
    enum class Kind { Update, Insert, Delete };
    quint64 id = 0;      ///< unique in its ChangeSet, in the order of staging
    Kind kind = Kind::Update;
    RowKeyValues key;    ///< Update, Delete: as RowSource::keyOf gave it
    std::vector<driver::Value> before; ///< Update, Delete: the row as it was read, a value for each column of the table
    /// By column. Update: the changed ones; Insert: those that were given, the others get their default.
    QMap<QString, driver::Value> values;
    friend bool operator==(const RowChange &, const RowChange &) = default;
};

/// The staged edits of one table. Rows are known by their key, so that sorting, filtering, paging and reconnecting do
/// not touch them. Every call is one step for undo(), and so is all that was called within one asOneStep().
class ChangeSet
{
public:
    /// Stages a new value; one that equals what was read unstages the cell. `column` stands at `index` in `before`.
    void setValue(const RowKeyValues &key, const std::vector<driver::Value> &before, const QString &column, int index,
                  const driver::Value &value);
    quint64 insertRow(const QMap<QString, driver::Value> &values = {});
    void setInserted(quint64 id, const QString &column, const driver::Value &value);
    void deleteRow(const RowKeyValues &key, const std::vector<driver::Value> &before);
    /// Stages another change in the place of this one, e.g. after a conflict; its id stays. Nothing: the same as revert().
    void replace(quint64 id, const std::optional<RowChange> &change);
    /// Takes back all that is staged for a row; an inserted row goes.
    void revert(quint64 id);
    void clear();

    void asOneStep(const std::function<void()> &calls);
    bool canUndo() const { return m_done > 0; }
    bool canRedo() const { return m_done < m_steps.size(); }
    void undo();
    void redo();

    bool isEmpty() const { return m_changes.empty(); }
    int count() const { return int(m_changes.size()); }
    /// In the order of staging.
    std::vector<RowChange> changes() const;
    std::vector<quint64> inserted() const;
    const RowChange *find(quint64 id) const;
    const RowChange *find(const RowKeyValues &key) const;

    /// Replaces everything, e.g. from a journal; nothing can be undone then.
    void restore(const std::vector<RowChange> &changes);

private:
    struct Step
    {
        quint64 id;
        std::optional<RowChange> before, after;
        quint64 group = 0; ///< undone and done again together
    };
    struct KeyHash
    {
        size_t operator()(const RowKeyValues &key) const { return qHashRange(key.begin(), key.end()); }
    };

    void stage(quint64 id, std::optional<RowChange> after);
    void put(quint64 id, const std::optional<RowChange> &change);

    std::map<quint64, RowChange> m_changes;
    std::unordered_map<RowKeyValues, quint64, KeyHash> m_byKey;
    std::vector<Step> m_steps;
    size_t m_done = 0;
    quint64 m_group = 0;
    bool m_grouping = false;
    quint64 m_lastId = 0;
};

} // namespace joinery::session
