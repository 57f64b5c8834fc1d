// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/preview_model.h"

#include "core/schema/type_kinds.h"
#include "ui/common/theme.h"

namespace joinery::ui {

namespace {

constexpr int kLongestText = 200;

} // namespace

void PreviewModel::show(const worker::ImportPreview &preview)
{
    beginResetModel();
    m_preview = preview;
    endResetModel();
}

int PreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_preview.rows ? 0 : m_preview.rows->rowCount();
}

int PreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_preview.columns.size());
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    const driver::RowBlock &rows = *m_preview.rows;
    const bool isNull = rows.isNull(index.row(), index.column());
    const size_t column = size_t(index.column());
    switch (role) {
    case Qt::DisplayRole:
        if (isNull)
            return QStringLiteral("NULL");
        return rows.value(index.row(), index.column()).toText().left(kLongestText).replace(u'\n', u'↵');
    case Qt::ForegroundRole: return isNull ? QVariant(theme().colors().null) : QVariant();
    case Qt::FontRole: return theme().monospaced();
    case Qt::TextAlignmentRole: {
        const bool number = column < m_preview.types.size() && schema::isNumber(m_preview.types[column].kind);
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    default: return {};
    }
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return m_preview.columns.value(section);
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole && size_t(section) < m_preview.types.size())
        return m_preview.types[size_t(section)].toString();
    if (orientation == Qt::Vertical && role == Qt::DisplayRole)
        return section + 1;
    return {};
}

} // namespace joinery::ui
