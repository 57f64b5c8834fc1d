// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/revision_delegate.h"

#include "ui/common/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

namespace joinery::ui {

namespace {

constexpr int kMarkers = 116; // width of the column of database markers
constexpr int kLane = 28;
constexpr int kNode = 6;      // radius

QString age(const QDateTime &created)
{
    const QDate day = created.toLocalTime().date();
    const QDate today = QDate::currentDate();
    if (!day.isValid())
        return {};
    if (day == today)
        return RevisionModel::tr("today");
    const QString format = day.year() == today.year() ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy");
    return QLocale().toString(day, format);
}

} // namespace

RevisionDelegate::RevisionDelegate(const RevisionModel &model, QObject *parent)
    : QStyledItemDelegate(parent), m_model(model)
{
}

QSize RevisionDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const { return {480, kRowHeight}; }

int RevisionDelegate::laneX(int left, int lane) const { return left + kMarkers + kLane / 2 + lane * kLane; }

int RevisionDelegate::textX(int left) const { return left + kMarkers + std::max(1, m_model.lanes().laneCount) * kLane + 20; }

void RevisionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors &colors = theme().colors();
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect text(textX(option.rect.left()), option.rect.top(), option.rect.right() - textX(option.rect.left()) - 12, kRowHeight);
    if (selected || (option.state & QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? colors.selection : colors.sunken);
        painter->drawRoundedRect(text.adjusted(-12, 4, 12, -4), metrics::kRadius, metrics::kRadius);
    }
    paintLanes(painter, option.rect, index.row());
    paintNode(painter, option.rect, index.row(), selected);
    paintMarkers(painter, option.rect, index.row());
    paintText(painter, text, index.row());
    painter->restore();
}

void RevisionDelegate::paintLanes(QPainter *painter, const QRect &row, int number) const
{
    const Colors &colors = theme().colors();
    const qreal middle = row.top() + kRowHeight / 2.0;
    for (const LaneEdge &edge : m_model.lanes().edges) {
        if (number < edge.fromRow || number > edge.toRow)
            continue;
        const bool pending = m_model.applied(edge.toRow) == RevisionModel::Applied::No;
        painter->setPen(QPen(pending ? colors.dim : colors.accent, 2, pending ? Qt::DotLine : Qt::SolidLine));
        painter->setBrush(Qt::NoBrush);
        // The line swings from lane to lane in the half rows between two neighbouring rows; elsewhere it runs straight.
        const qreal from = laneX(row.left(), edge.fromLane);
        const qreal to = laneX(row.left(), edge.toLane);
        const qreal straight = laneX(row.left(), edge.lane);
        const bool swingsAtStart = edge.lane == edge.toLane;
        const int swingRow = swingsAtStart ? edge.fromRow : edge.toRow - 1; // the curve starts in the middle of this row
        const auto curve = [&](qreal top) {
            QPainterPath path(QPointF(from, top));
            const qreal half = top + kRowHeight / 2.0;
            path.cubicTo(QPointF(from, half), QPointF(to, half), QPointF(to, top + kRowHeight));
            return path;
        };
        painter->save();
        painter->setClipRect(row, Qt::IntersectClip);
        if (number == swingRow || number == swingRow + 1)
            painter->drawPath(curve(number == swingRow ? middle : middle - kRowHeight));
        const bool above = number > edge.fromRow && number != swingRow + 1;
        const bool below = number < edge.toRow && number != swingRow;
        if (above)
            painter->drawLine(QPointF(straight, row.top()), QPointF(straight, middle));
        if (below)
            painter->drawLine(QPointF(straight, middle), QPointF(straight, row.bottom() + 1));
        painter->restore();
    }
}

void RevisionDelegate::paintNode(QPainter *painter, const QRect &row, int number, bool selected) const
{
    const Colors &colors = theme().colors();
    const QPointF center(laneX(row.left(), m_model.lanes().laneOfRow[size_t(number)]), row.top() + kRowHeight / 2.0);
    const RevisionModel::Applied applied = m_model.applied(number);
    const QColor line = applied == RevisionModel::Applied::No ? colors.dim : colors.accent;
    if (selected) {
        painter->setPen(QPen(colors.accent, 1.5));
        painter->setBrush(colors.surface);
        painter->drawEllipse(center, kNode + 4, kNode + 4);
    }
    painter->setPen(QPen(line, 2, applied == RevisionModel::Applied::Unknown ? Qt::DotLine : Qt::SolidLine));
    painter->setBrush(applied == RevisionModel::Applied::Yes ? colors.accent : colors.surface);
    painter->drawEllipse(center, kNode, kNode);
}

QList<RevisionDelegate::Marker> RevisionDelegate::markers(const QRect &row, int number) const
{
    QList<Marker> found;
    const QList<Standing> here = m_model.standingAt(number);
    const int shown = int(std::min<qsizetype>(here.size(), 2));
    const QFontMetrics metrics(theme().caption());
    for (int i = 0; i < shown; ++i) {
        QString name = here.at(i).name;
        if (i == 1 && here.size() > 2)
            name = RevisionModel::tr("and %n more", nullptr, int(here.size()) - 1);
        name = metrics.elidedText(name, Qt::ElideRight, kMarkers - 40);
        const int width = metrics.horizontalAdvance(name) + 28;
        const int top = row.top() + (shown == 1 ? (kRowHeight - 22) / 2 : 4 + i * 25);
        found.append({here.at(i), name, QRectF(row.left() + kMarkers - width - 4, top + 0.5, width, 21)});
    }
    return found;
}

const RevisionDelegate::Marker *RevisionDelegate::markerAt(const QList<Marker> &markers, const QPointF &place) const
{
    const auto found = std::ranges::find_if(markers, [&](const Marker &each) { return each.pill.contains(place); });
    return found == markers.end() ? nullptr : &*found;
}

void RevisionDelegate::paintMarkers(QPainter *painter, const QRect &row, int number) const
{
    painter->setFont(theme().caption());
    for (const Marker &marker : markers(row, number))
        paintMarker(painter, marker);
}

/// As its revision says: a dot. Changed by hand: a warning sign in a dashed frame on the ground of what is changed. Half
/// applied: half a dot, on the ground of what is lost.
void RevisionDelegate::paintMarker(QPainter *painter, const Marker &marker) const
{
    const Colors &colors = theme().colors();
    const Standing &standing = marker.standing;
    const QColor color = environmentColor(standing.environment);
    const bool half = !standing.halfApplied.isEmpty(), drifted = standing.isDrifted();
    const QColor edge = half ? colors.deleted : drifted ? colors.changed : color;
    painter->setPen(QPen(edge, half || drifted ? 1.5 : 1, drifted && !half ? Qt::DashLine : Qt::SolidLine));
    painter->setBrush(half ? colors.deletedSoft : drifted ? colors.changedSoft : colors.surface);
    painter->drawRoundedRect(marker.pill, 10.5, 10.5);
    const QPointF sign(marker.pill.left() + 11, marker.pill.center().y());
    if (half) {
        painter->setPen(QPen(edge, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(sign, 4, 4);
        painter->setBrush(edge);
        painter->drawPie(QRectF(sign.x() - 4, sign.y() - 4, 8, 8), 180 * 16, 180 * 16);
    } else if (drifted) {
        icon(QStringLiteral("warning"), edge).paint(painter, QRect(int(sign.x()) - 7, int(sign.y()) - 7, 14, 14));
    } else {
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawEllipse(sign, 3.5, 3.5);
    }
    painter->setPen(color);
    painter->drawText(marker.pill.adjusted(20, 0, -4, 0), Qt::AlignVCenter | Qt::AlignLeft, marker.text);
}

bool RevisionDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const QList<Marker> here = markers(option.rect, index.row());
        if (const Marker *marker = mouse->button() == Qt::LeftButton ? markerAt(here, mouse->position()) : nullptr)
            Q_EMIT markerClicked(marker->standing.connection);
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

bool RevisionDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QList<Marker> here = markers(option.rect, index.row());
    const Marker *marker = markerAt(here, event->pos());
    if (event->type() != QEvent::ToolTip || !marker)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), RevisionModel::standingText(marker->standing), view);
    return true;
}

void RevisionDelegate::paintText(QPainter *painter, const QRect &area, int number) const
{
    const Colors &colors = theme().colors();
    const migration::Revision &revision = *m_model.revision(number);
    QFont bold = theme().heading();
    bold.setPixelSize(13);
    bold.setWeight(QFont::DemiBold);

    const QRect first(area.left(), area.top() + 9, area.width(), 19);
    const QRect second(area.left(), area.top() + 28, area.width(), 19);
    painter->setFont(theme().caption());
    painter->setPen(colors.dim);
    const QString when = age(revision.created);
    painter->drawText(first, Qt::AlignRight | Qt::AlignVCenter, when);
    const int dateWidth = painter->fontMetrics().horizontalAdvance(when) + 16;
    painter->drawText(second, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(RevisionModel::summary(revision), Qt::ElideRight, second.width()));

    const QFont mono = theme().monospaced();
    const int idWidth = QFontMetrics(mono).horizontalAdvance(revision.id) + 8;
    painter->setFont(bold);
    painter->setPen(colors.text);
    const QString message = painter->fontMetrics().elidedText(revision.message, Qt::ElideRight,
                                                              std::max(40, first.width() - dateWidth - idWidth));
    painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter, message);
    const int messageWidth = painter->fontMetrics().horizontalAdvance(message) + 8;
    painter->setFont(mono);
    painter->setPen(colors.dim);
    painter->drawText(first.adjusted(messageWidth, 0, -dateWidth, 0), Qt::AlignLeft | Qt::AlignVCenter, revision.id);
}

} // namespace joinery::ui
