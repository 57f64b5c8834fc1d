// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/rows/grid_model.h"

#include "ui/grid/rows/cell_text.h"

namespace joinery::ui {

using driver::Value;
using session::RowChange;

namespace {

constexpr int kStretch = 20'000;

} // namespace

void GridModel::setFeed(RowFeed *feed, std::vector<GridColumn> columns, TableEdits *edits, bool looseTypes)
{
    beginResetModel();
    if (m_feed)
        m_feed->disconnect(this);
    if (m_edits)
        m_edits->disconnect(this);
    m_feed = feed;
    m_edits = edits;
    m_columns = std::move(columns);
    m_looseTypes = looseTypes;
    m_base = m_seen = 0;
    m_inserted = m_edits ? m_edits->set().inserted() : std::vector<quint64>();
    m_rows = int(std::min<qint64>(extent(), kStretch));
    endResetModel();
    if (m_feed)
        connect(m_feed, &RowFeed::changed, this, &GridModel::feedChanged);
    if (m_edits)
        connect(m_edits, &TableEdits::changed, this, &GridModel::editsChanged);
    Q_EMIT extentChanged();
}

qint64 GridModel::extent() const { return (m_feed ? m_feed->total() : 0) + qint64(m_inserted.size()); }

void GridModel::feedChanged(const std::vector<session::RowCache::Shift> &shifts)
{
    qint64 by = 0;
    for (const auto &shift : shifts) {
        if (m_seen + by >= shift.first && m_seen + by <= shift.last)
            by += shift.by;
    }
    if (by != 0)
        moveTo(m_base + by, by);
    fitRows();
    tellCells();
    Q_EMIT extentChanged();
}

void GridModel::editsChanged()
{
    m_inserted = m_edits->set().inserted();
    fitRows();
    tellCells();
    Q_EMIT extentChanged();
}

/// Adds or removes rows at the end, so that the stretch fits the extent.
void GridModel::fitRows()
{
    const qint64 all = extent();
    const int rows = int(std::min<qint64>(all, kStretch));
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    }
    if (m_base > all - rows)
        moveTo(all - rows, 0);
    if (rows < m_rows) {
        beginRemoveRows({}, rows, m_rows - 1);
        m_rows = rows;
        endRemoveRows();
    }
}

void GridModel::bringNear(qint64 position)
{
    const qint64 margin = kStretch / 4;
    if (position >= m_base + margin && position < m_base + m_rows - margin)
        return;
    moveTo(position - m_rows / 2, 0);
}

/// `contentShift`: the rows on the screen have this much higher positions than before.
void GridModel::moveTo(qint64 base, qint64 contentShift)
{
    base = std::clamp<qint64>(base, 0, std::max<qint64>(0, extent() - m_rows));
    const qint64 by = m_base + contentShift - base;
    if (base == m_base && by == 0)
        return;
    // The hint keeps the columns' header out of it.
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    m_base = base;
    m_seen += contentShift;
    QModelIndexList from, to;
    for (const QModelIndex &index : persistentIndexList()) {
        const qint64 row = index.row() + by;
        from.append(index);
        to.append(row >= 0 && row < m_rows ? createIndex(int(row), index.column()) : QModelIndex());
    }
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, VerticalSortHint);
    if (by != 0)
        Q_EMIT moved(int(by));
}

void GridModel::tellCells()
{
    if (m_rows == 0 || m_columns.empty())
        return;
    // What is not on the screen is asked for when it comes there.
    const int first = int(std::clamp<qint64>(m_seen - m_base, 0, m_rows - 1));
    const int last = std::min(m_rows - 1, first + 200);
    Q_EMIT dataChanged(index(first, 0), index(last, int(m_columns.size()) - 1));
    Q_EMIT headerDataChanged(Qt::Vertical, first, last);
}

bool GridModel::isRead(int row) const
{
    const qint64 at = position(row);
    return m_feed && (at >= m_feed->total() || m_feed->find(at));
}

quint64 GridModel::changeAt(int row) const
{
    if (!m_feed || !m_edits)
        return 0;
    const qint64 at = position(row);
    if (at >= m_feed->total()) {
        const size_t added = size_t(at - m_feed->total());
        // The list may be one signal behind the set: whoever asks in between must not meet what was reverted.
        const quint64 id = added < m_inserted.size() ? m_inserted[added] : 0;
        return id != 0 && m_edits->set().find(id) ? id : 0;
    }
    const auto found = m_feed->find(at);
    const RowChange *change = found ? m_edits->find(*found) : nullptr;
    return change ? change->id : 0;
}

int GridModel::rowOfChange(quint64 id) const
{
    if (!m_feed || !m_edits)
        return -1;
    for (size_t i = 0; i < m_inserted.size(); ++i) {
        const qint64 row = m_feed->total() + qint64(i) - m_base;
        if (m_inserted[i] == id)
            return row >= 0 && row < m_rows ? int(row) : -1;
    }
    for (int row = 0; row < m_rows; ++row) {
        if (changeAt(row) == id)
            return row;
    }
    return -1;
}

GridModel::RowState GridModel::rowState(int row) const
{
    const quint64 id = changeAt(row);
    if (id == 0)
        return RowState::Plain;
    switch (m_edits->set().find(id)->kind) {
    case RowChange::Kind::Update: return RowState::Changed;
    case RowChange::Kind::Insert: return RowState::Added;
    case RowChange::Kind::Delete: return RowState::Deleted;
    }
    Q_UNREACHABLE();
}

bool GridModel::isFailed(int row) const { return m_edits && m_edits->isFailed(changeAt(row)); }

std::optional<Value> GridModel::oldValue(const QModelIndex &index) const
{
    const qint64 at = position(index.row());
    if (!m_feed || at >= m_feed->total())
        return std::nullopt;
    const auto found = m_feed->find(at);
    return found ? std::optional(found->block->value(found->row, index.column())) : std::nullopt;
}

Value GridModel::value(const QModelIndex &index) const
{
    const QString &column = m_columns[size_t(index.column())].name;
    if (const quint64 id = changeAt(index.row())) {
        const RowChange *change = m_edits->set().find(id);
        if (change->values.contains(column))
            return change->values.value(column);
        if (change->kind == RowChange::Kind::Insert)
            return Value::useDefault();
    }
    return oldValue(index).value_or(Value::null());
}

GridModel::Cell GridModel::cell(const QModelIndex &index) const
{
    if (!index.isValid() || !isRead(index.row()))
        return {};
    const GridColumn &column = m_columns[size_t(index.column())];
    Cell cell = cellOf(value(index), column);
    if (cell.kind == Cell::Kind::Given && !column.isGiven && !column.isGenerated)
        cell.kind = Cell::Kind::Null; // nothing is given: that is what the server puts there
    if (const quint64 id = changeAt(index.row())) {
        const RowChange *change = m_edits->set().find(id);
        cell.changed = change->kind == RowChange::Kind::Update && change->values.contains(column.name);
        cell.row = rowState(index.row());
    }
    return cell;
}

int GridModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_rows; }

int GridModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_columns.size()); }

QVariant GridModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::ToolTipRole) { // why it cannot be edited
        const QString &fixed = m_columns[size_t(index.column())].fixed;
        return fixed.isEmpty() ? QVariant() : fixed;
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::EditRole)
        return {};
    if (role == Qt::EditRole)
        return value(index).toText();
    const Cell shown = cell(index);
    switch (shown.kind) {
    case Cell::Kind::Missing: return role == Qt::AccessibleTextRole ? QVariant(tr("not read yet")) : QVariant();
    case Cell::Kind::Null: return QStringLiteral("NULL");
    case Cell::Kind::Given: return tr("default");
    case Cell::Kind::Empty: return QString();
    case Cell::Kind::Text:
    case Cell::Kind::Boolean: return shown.text;
    }
    Q_UNREACHABLE();
}

QVariant GridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) {
        if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
            return {};
        const QString number = QString::number(position(section) + 1);
        if (role == Qt::DisplayRole)
            return number;
        if (isFailed(section))
            return tr("%1, the commit failed here").arg(number);
        switch (rowState(section)) {
        case RowState::Plain: return number;
        case RowState::Changed: return tr("%1, changed").arg(number);
        case RowState::Added: return tr("%1, new").arg(number);
        case RowState::Deleted: return tr("%1, to be deleted").arg(number);
        }
        Q_UNREACHABLE();
    }
    if (section < 0 || section >= int(m_columns.size()))
        return {};
    const GridColumn &column = m_columns[size_t(section)];
    if (role == Qt::DisplayRole)
        return column.name;
    if (role == Qt::AccessibleTextRole)
        return QString(column.name + u' ' + column.typeText);
    if (role == Qt::ToolTipRole)
        return columnTip(column);
    return {};
}

Qt::ItemFlags GridModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (mayType(index))
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace joinery::ui
