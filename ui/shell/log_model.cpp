// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/log_model.h"

#include "ui/common/theme.h"

namespace joinery::ui {

LogModel::LogModel(std::function<QStringList()> headers, QList<int> rightAligned, QList<int> code, QObject *parent)
    : QAbstractTableModel(parent), m_headers(std::move(headers)), m_rightAligned(std::move(rightAligned)),
      m_code(std::move(code)), m_columns(int(m_headers().size()))
{
}

void LogModel::append(Line line)
{
    if (m_lines.size() >= kMost) {
        beginRemoveRows({}, 0, 0);
        m_lines.pop_front();
        endRemoveRows();
    }
    beginInsertRows({}, int(m_lines.size()), int(m_lines.size()));
    m_lines.push_back(std::move(line));
    endInsertRows();
}

void LogModel::clear()
{
    beginResetModel();
    m_lines.clear();
    endResetModel();
}

void LogModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, m_columns - 1);
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Line &line = m_lines.at(size_t(index.row()));
    switch (role) {
    case Qt::DisplayRole: return line.cells.value(index.column());
    case Qt::ToolTipRole: return line.details;
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (m_rightAligned.contains(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::FontRole: return m_code.contains(index.column()) ? QVariant(theme().monospaced()) : QVariant();
    case Qt::ForegroundRole:
        if (line.tone == Tone::Failure)
            return theme().colors().production;
        return index.column() == 0 ? QVariant(theme().colors().dim) : QVariant();
    case Qt::DecorationRole:
        if (index.column() != 0)
            return {};
        if (line.tone == Tone::Failure)
            return icon(QStringLiteral("error"), theme().colors().production);
        if (line.tone == Tone::Success)
            return icon(QStringLiteral("check-circle"), theme().colors().development);
        return {};
    default: return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return m_headers().value(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (m_rightAligned.contains(section) ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

} // namespace joinery::ui
