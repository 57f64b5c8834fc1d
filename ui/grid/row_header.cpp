// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/row_header.h"

#include "ui/common/theme.h"

#include <QPainter>

namespace joinery::ui {

RowHeader::RowHeader(GridModel &model, QWidget *parent) : QHeaderView(Qt::Vertical, parent), m_model(model)
{
    setSectionResizeMode(QHeaderView::Fixed);
    setDefaultSectionSize(metrics::kRow);
    setMinimumSectionSize(metrics::kRow);
    setSectionsClickable(true);
    setHighlightSections(false);
    setAccessibleName(tr("Rows"));
}

QSize RowHeader::sizeHint() const
{
    const int digits = qMax(3, int(QString::number(m_model.extent()).size()));
    return {QFontMetrics(theme().monospaced()).horizontalAdvance(u'0') * digits + 30, 0};
}

void RowHeader::paintSection(QPainter *painter, const QRect &rect, int row) const
{
    const Colors &colors = theme().colors();
    const GridModel::RowState state = m_model.rowState(row);
    QColor color = colors.dim, ground = colors.sunken;
    QString sign;
    switch (state) {
    case GridModel::RowState::Plain: break;
    case GridModel::RowState::Changed: color = colors.changed; sign = QStringLiteral("edit"); break;
    case GridModel::RowState::Added: color = colors.added; ground = colors.addedSoft; sign = QStringLiteral("plus"); break;
    case GridModel::RowState::Deleted: color = colors.deleted; ground = colors.deletedSoft; sign = QStringLiteral("minus"); break;
    }
    if (m_model.isFailed(row)) {
        color = colors.deleted;
        sign = QStringLiteral("error");
    }
    painter->save();
    painter->fillRect(rect, ground);
    painter->setPen(colors.border);
    painter->drawLine(rect.topRight(), rect.bottomRight());
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    const QRect line(rect.left(), rect.top(), rect.width(), qMin(rect.height(), metrics::kRow)); // the first of a high row
    if (state != GridModel::RowState::Plain) {
        painter->fillRect(QRect(rect.left(), rect.top(), 3, rect.height() - 1), color);
        icon(sign, color).paint(painter, QRect(rect.left() + 7, line.center().y() - 6, 13, 13));
    }
    painter->setFont(theme().monospaced());
    painter->setPen(color);
    if (state != GridModel::RowState::Added)
        painter->drawText(line.adjusted(0, 0, -8, 0), Qt::AlignVCenter | Qt::AlignRight, QString::number(m_model.position(row) + 1));
    painter->restore();
}

} // namespace joinery::ui
