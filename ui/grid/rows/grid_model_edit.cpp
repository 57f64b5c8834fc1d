// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/typed_text.h"
#include "ui/grid/rows/cell_text.h"
#include "ui/grid/rows/grid_model.h"

/// What is staged through the model; what it shows is in grid_model.cpp.
namespace joinery::ui {

using driver::Value;

bool GridModel::mayEdit(const QModelIndex &index, QString *why) const
{
    const auto refuse = [&](const QString &sentence) {
        if (why)
            *why = sentence;
        return false;
    };
    if (!index.isValid())
        return false;
    if (!m_edits)
        return refuse(tr("The rows of a result cannot be edited. Open the table to change it."));
    if (!m_edits->refusal().isEmpty())
        return refuse(m_edits->refusal());
    if (m_edits->isFrozen())
        return refuse(tr("A commit is under way."));
    if (!isRead(index.row()))
        return refuse(tr("This row has not been read yet."));
    if (m_columns[size_t(index.column())].isGenerated)
        return refuse(tr("%1 is computed by the database.").arg(m_columns[size_t(index.column())].name));
    if (const QString &fixed = m_columns[size_t(index.column())].fixed; !fixed.isEmpty())
        return refuse(fixed);
    if (rowState(index.row()) == RowState::Deleted)
        return refuse(tr("This row is going to be deleted. Revert that first to edit it."));
    return true;
}

bool GridModel::mayType(const QModelIndex &index, QString *why) const
{
    if (!mayEdit(index, why))
        return false;
    const Value now = value(index);
    if (now.isPart() && why)
        *why = tr("Only the first %1 of %2 were read. View the cell to load all of it, or replace it.")
                   .arg(sizeText(now.data().size()), sizeText(now.wholeSize()));
    return !now.isPart();
}

bool GridModel::setValue(const QModelIndex &index, const Value &value)
{
    QString why;
    if (!mayEdit(index, &why)) {
        Q_EMIT refused(why);
        return false;
    }
    const QString column = m_columns[size_t(index.column())].name;
    const qint64 at = position(index.row());
    if (at >= m_feed->total()) {
        m_edits->change([&](session::ChangeSet &set) { set.setInserted(m_inserted[size_t(at - m_feed->total())], column, value); });
        return true;
    }
    const auto found = m_feed->find(at);
    std::vector<Value> before;
    for (int i = 0; i < int(m_columns.size()); ++i)
        before.push_back(found->block->value(found->row, i));
    const session::RowKeyValues key = m_edits->source().keyOf(*found->block, found->row);
    m_edits->change([&](session::ChangeSet &set) { set.setValue(key, before, column, index.column(), value); });
    return true;
}

bool GridModel::setText(const QModelIndex &index, const QString &text)
{
    QString why;
    if (!mayType(index, &why)) {
        Q_EMIT refused(why);
        return false;
    }
    const auto parsed = session::valueFromText(text, m_columns[size_t(index.column())].type, oldValue(index).value_or(Value::null()),
                                               m_looseTypes);
    if (!parsed) {
        Q_EMIT refused(parsed.error().message);
        return false;
    }
    return setValue(index, *parsed);
}

quint64 GridModel::addRow()
{
    if (!m_edits || !m_edits->refusal().isEmpty() || m_edits->isFrozen()) {
        Q_EMIT refused(!m_edits ? tr("Rows cannot be added to a result.")
                                : m_edits->isFrozen() ? tr("A commit is under way.") : m_edits->refusal());
        return 0;
    }
    quint64 id = 0;
    m_edits->change([&](session::ChangeSet &set) { id = set.insertRow(); });
    return id;
}

void GridModel::deleteRows(const QList<int> &rows)
{
    if (!m_edits || !m_edits->refusal().isEmpty()) {
        Q_EMIT refused(m_edits ? m_edits->refusal() : tr("The rows of a result cannot be deleted."));
        return;
    }
    struct Row { quint64 inserted; session::RowKeyValues key; std::vector<Value> before; };
    std::vector<Row> going;
    for (const int row : rows) {
        const qint64 at = position(row);
        if (at >= m_feed->total()) {
            going.push_back({changeAt(row), {}, {}});
        } else if (const auto found = m_feed->find(at)) {
            Row known{0, m_edits->source().keyOf(*found->block, found->row), {}};
            for (int i = 0; i < int(m_columns.size()); ++i)
                known.before.push_back(found->block->value(found->row, i));
            going.push_back(std::move(known));
        }
    }
    m_edits->change([&](session::ChangeSet &set) {
        for (const Row &row : going) {
            if (row.inserted != 0)
                set.revert(row.inserted);
            else
                set.deleteRow(row.key, row.before);
        }
    });
}

void GridModel::revertRows(const QList<int> &rows)
{
    if (!m_edits)
        return;
    QList<quint64> ids;
    for (const int row : rows)
        ids.append(changeAt(row));
    m_edits->change([&](session::ChangeSet &set) {
        for (const quint64 id : ids)
            set.revert(id);
    });
}

} // namespace joinery::ui
