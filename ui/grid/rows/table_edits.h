// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/session/conflict.h"
#include "core/session/row_cache.h"

#include <QObject>

#include <functional>

namespace joinery::ui {

/// The edits staged on a table, and what became of the last attempt to commit them.
class TableEdits : public QObject
{
    Q_OBJECT
public:
    struct Failure
    {
        quint64 change = 0; ///< 0: none of the rows
        Error error;
        std::vector<session::Conflict> conflicts; ///< where it is that somebody else changed rows
    };

    using QObject::QObject;

    /// The table that is edited; `refusal` is the sentence that says why it cannot be, empty where it can.
    void setSource(const session::RowSource &source, const QString &refusal);
    const session::RowSource &source() const { return m_source; }
    const QString &refusal() const { return m_refusal; }

    const session::ChangeSet &set() const { return m_set; }
    /// Changes the set by `change` and tells everybody.
    void change(const std::function<void(session::ChangeSet &)> &change);
    /// All changes that `work` makes are one step for undo, and are told of once.
    void asOneStep(const std::function<void()> &work);

    const std::optional<Failure> &failure() const { return m_failure; }
    void setFailure(std::optional<Failure> failure);

    void setFrozen(bool frozen) { m_frozen = frozen; } ///< while a commit is under way
    bool isFrozen() const { return m_frozen; }

    /// What is staged for a row that was read, nullptr for nothing.
    const session::RowChange *find(const session::RowCache::Found &row) const;
    /// Whether the last commit failed on the row with this change.
    bool isFailed(quint64 change) const;

Q_SIGNALS:
    void changed();
    void failureChanged();

private:
    void told();

    session::RowSource m_source;
    QString m_refusal;
    session::ChangeSet m_set;
    std::optional<Failure> m_failure;
    bool m_frozen = false;
    int m_steps = 0; ///< that are under way, one within the other
};

} // namespace joinery::ui
