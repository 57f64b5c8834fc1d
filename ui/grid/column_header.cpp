// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/column_header.h"

#include "ui/common/theme.h"

#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMouseEvent>
#include <QPainter>

namespace joinery::ui {

namespace {

constexpr int kPadding = 8;
constexpr int kIcon = 16;
constexpr int kFunnel = 16;

QFont nameFont()
{
    QFont font;
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

ColumnHeader::ColumnHeader(GridModel &model, QWidget *parent) : QHeaderView(Qt::Horizontal, parent), m_model(model)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(40);
    setFixedHeight(metrics::kRow + 2);
    setAccessibleName(tr("Columns"));
    setMouseTracking(true);
    connect(this, &QHeaderView::sectionClicked, this, [this](int column) {
        Q_EMIT sortAsked(m_model.columns()[size_t(column)].name, QGuiApplication::keyboardModifiers() & Qt::ShiftModifier);
    });
}

void ColumnHeader::setSort(const std::vector<session::SortTerm> &sort)
{
    m_sort = sort;
    viewport()->update();
}

void ColumnHeader::setFiltered(const QStringList &columns)
{
    m_filtered = columns;
    viewport()->update();
}

QRect ColumnHeader::funnelRect(int column) const
{
    return {sectionViewportPosition(column) + sectionSize(column) - kFunnel - 3, (height() - kFunnel) / 2, kFunnel, kFunnel};
}

void ColumnHeader::mousePressEvent(QMouseEvent *event)
{
    const int column = logicalIndexAt(event->position().toPoint());
    const bool atEdge = column >= 0 && event->position().x() > sectionViewportPosition(column) + sectionSize(column) - 4;
    if (event->button() == Qt::LeftButton && column >= 0 && m_canFilter && !atEdge && funnelRect(column).contains(event->position().toPoint())) {
        Q_EMIT filterAsked(column);
        return;
    }
    QHeaderView::mousePressEvent(event);
}

void ColumnHeader::mouseMoveEvent(QMouseEvent *event)
{
    const int column = logicalIndexAt(event->position().toPoint());
    if (std::exchange(m_hovered, column) != column)
        viewport()->update();
    QHeaderView::mouseMoveEvent(event);
}

void ColumnHeader::leaveEvent(QEvent *event)
{
    m_hovered = -1;
    viewport()->update();
    QHeaderView::leaveEvent(event);
}

void ColumnHeader::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept();
    if (const int column = logicalIndexAt(event->pos()); column >= 0)
        Q_EMIT menuAsked(column, event->globalPos());
}

QString ColumnHeader::note(const GridColumn &column) const
{
    return column.refersTo.isEmpty() ? column.typeText.toLower() : QString(u"→ " % column.refersTo);
}

int ColumnHeader::widthOf(int index) const
{
    const GridColumn &column = m_model.columns()[size_t(index)];
    int width = QFontMetrics(nameFont()).horizontalAdvance(column.name) + 4
                + QFontMetrics(theme().caption()).horizontalAdvance(note(column)) + 2 * kPadding + 2;
    if (column.isKey)
        width += kIcon + 4;
    for (const session::SortTerm &term : m_sort)
        width += term.column == column.name ? kIcon : 0;
    width += m_filtered.contains(column.name) ? kFunnel : 0;
    return width;
}

QSize ColumnHeader::sectionSizeFromContents(int column) const { return {widthOf(column), metrics::kRow + 2}; }

void ColumnHeader::paintSection(QPainter *painter, const QRect &rect, int index) const
{
    if (index < 0 || index >= int(m_model.columns().size()))
        return;
    const GridColumn &column = m_model.columns()[size_t(index)];
    const Colors &colors = theme().colors();
    painter->save();
    painter->fillRect(rect, colors.sunken);
    painter->setPen(colors.border);
    painter->drawLine(rect.topRight(), rect.bottomRight());
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->setClipRect(rect.adjusted(0, 0, -1, 0));
    QRect room = rect.adjusted(kPadding, 0, -kPadding, 0);
    const bool filtered = m_filtered.contains(column.name);
    if (filtered || (m_canFilter && index == m_hovered)) {
        const QRect funnel(rect.right() - kFunnel - 2, rect.center().y() - kFunnel / 2, kFunnel, kFunnel);
        if (filtered) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(colors.accentSoft);
            painter->drawRoundedRect(funnel, 3, 3);
        }
        icon(QStringLiteral("filter"), filtered ? colors.accent : colors.dim).paint(painter, funnel.adjusted(1, 1, -1, -1));
        room.setRight(funnel.left() - 3);
    }
    int place = 0;
    for (size_t i = 0; i < m_sort.size(); ++i) {
        if (m_sort[i].column == column.name)
            place = int(i) + 1;
    }
    if (place > 0) {
        const QRect mark(room.right() - kIcon + 3, room.center().y() - 7, 14, 14);
        icon(m_sort[size_t(place - 1)].descending ? QStringLiteral("arrow-down") : QStringLiteral("arrow-up"), colors.dim).paint(painter, mark);
        room.setRight(room.right() - kIcon);
        if (m_sort.size() > 1) {
            painter->setFont(theme().caption());
            painter->setPen(colors.dim);
            const QString number = QString::number(place);
            painter->drawText(room, Qt::AlignVCenter | Qt::AlignRight, number);
            room.setRight(room.right() - painter->fontMetrics().horizontalAdvance(number) - 3);
        }
    }
    const QFontMetrics name(nameFont()), type(theme().caption());
    const QString said = note(column);
    const int whole = name.horizontalAdvance(column.name) + 4 + type.horizontalAdvance(said) + (column.isKey ? kIcon + 4 : 0);
    // Over numbers the header stands where the numbers do.
    if (column.look == GridColumn::Look::Number && whole < room.width())
        room.setLeft(room.right() - whole);
    if (column.isKey) {
        icon(QStringLiteral("key"), colors.text).paint(painter, QRect(room.left(), room.center().y() - kIcon / 2 + 1, kIcon, kIcon));
        room.setLeft(room.left() + kIcon + 4);
    }
    painter->setFont(nameFont());
    painter->setPen(colors.text);
    const QString shown = name.elidedText(column.name, Qt::ElideRight, room.width());
    painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
    room.setLeft(room.left() + name.horizontalAdvance(shown) + 4);
    if (room.width() > 12) {
        painter->setFont(theme().caption());
        painter->setPen(colors.dim);
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, type.elidedText(said, Qt::ElideRight, room.width()));
    }
    painter->restore();
}

} // namespace joinery::ui
