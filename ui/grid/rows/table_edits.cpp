// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/rows/table_edits.h"

#include <algorithm>

namespace joinery::ui {

void TableEdits::setSource(const session::RowSource &source, const QString &refusal)
{
    m_source = source;
    m_refusal = refusal;
    Q_EMIT changed();
}

void TableEdits::change(const std::function<void(session::ChangeSet &)> &change)
{
    if (m_frozen)
        return;
    m_set.asOneStep([&] { change(m_set); });
    if (m_steps > 0)
        return;
    told();
}

void TableEdits::asOneStep(const std::function<void()> &work)
{
    if (m_frozen)
        return;
    ++m_steps;
    m_set.asOneStep(work);
    if (--m_steps == 0)
        told();
}

void TableEdits::told()
{
    if (m_failure && m_failure->change != 0 && !m_set.find(m_failure->change))
        setFailure(std::nullopt);
    Q_EMIT changed();
}

void TableEdits::setFailure(std::optional<Failure> failure)
{
    m_failure = std::move(failure);
    Q_EMIT failureChanged();
}

bool TableEdits::isFailed(quint64 change) const
{
    if (change == 0 || !m_failure)
        return false;
    return m_failure->change == change || std::ranges::find(m_failure->conflicts, change, &session::Conflict::change) != m_failure->conflicts.end();
}

const session::RowChange *TableEdits::find(const session::RowCache::Found &row) const
{
    return m_set.isEmpty() ? nullptr : m_set.find(m_source.keyOf(*row.block, row.row));
}

} // namespace joinery::ui
