// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/canvas.h"

#include "core/diagram/packing.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QGestureEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QToolTip>

#include <cmath>

namespace joinery::ui {

bool Canvas::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress: {
        // Tab goes through the tables and leaves behind the last one.
        auto *key = static_cast<QKeyEvent *>(event);
        const bool forwards = key->key() == Qt::Key_Tab;
        if ((forwards || key->key() == Qt::Key_Backtab) && !(key->modifiers() & Qt::ControlModifier)) {
            if (stepFocus(forwards))
                return true;
        }
        break;
    }
    case QEvent::ToolTip: {
        auto *help = static_cast<QHelpEvent *>(event);
        showTip(help->globalPos(), help->pos());
        return true;
    }
    case QEvent::NativeGesture: {
        auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            m_viewWasSet = true;
            m_viewport.zoom(m_viewport.scale() * (1 + gesture->value()), gesture->position());
            viewMoved();
            return true;
        }
        break;
    }
    case QEvent::Gesture: {
        auto *gestures = static_cast<QGestureEvent *>(event);
        if (auto *pinch = static_cast<QPinchGesture *>(gestures->gesture(Qt::PinchGesture))) {
            m_viewWasSet = true;
            m_viewport.zoom(m_viewport.scale() * pinch->scaleFactor(), mapFromGlobal(pinch->centerPoint()));
            viewMoved();
            return true;
        }
        break;
    }
    default:
        break;
    }
    return QWidget::event(event);
}

void Canvas::mousePressEvent(QMouseEvent *event)
{
    m_glide.stop();
    m_keyboardUsed = false;
    m_pressed = m_last = event->position();
    m_dragMoved = false;
    const bool left = event->button() == Qt::LeftButton;
    if (event->button() == Qt::MiddleButton || (left && m_spaceHeld)) {
        m_drag = Drag::Pan;
    } else if (left || event->button() == Qt::RightButton) {
        const std::optional<size_t> card = cardAt(event->position());
        const bool add = event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
        if (card) {
            std::vector<size_t> chosen = m_selection;
            const auto found = std::ranges::find(chosen, *card);
            if (add && found != chosen.end())
                chosen.erase(found);
            else if (add)
                chosen.push_back(*card);
            else if (found == chosen.end())
                chosen = {*card};
            select(std::move(chosen));
            const diagram::Card &pressed = m_model.chart().cards[*card];
            const int row = pressed.rowAt(m_viewport.toScene(event->position()));
            if (!add && row >= 0 && level() == CanvasPainter::Level::Cards) {
                m_selectedColumn = pressed.rows[size_t(row)].column;
                Q_EMIT selectionChanged();
            }
            if (left)
                startCardDrag();
        } else if (const std::optional<size_t> relation = relationAt(event->position())) {
            selectRelation(relation);
        } else if (left) {
            m_drag = Drag::Pan;
        }
    }
    updateCursor();
}

void Canvas::startCardDrag()
{
    m_drag = Drag::Cards;
    m_dragStarts.clear();
    for (const size_t card : m_selection)
        m_dragStarts.push_back(m_model.chart().cards[card].position);
}

void Canvas::dragCards(const QPointF &widget)
{
    const QPointF way = (widget - m_pressed) / m_viewport.scale();
    std::vector<QPointF> places;
    for (const QPointF &start : m_dragStarts)
        places.push_back(diagram::snapped(start + way));
    m_model.move(m_selection, places);
}

void Canvas::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag == Drag::None) {
        hover(event->position());
        return;
    }
    if (!m_dragMoved && (event->position() - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    m_dragMoved = true;
    if (m_drag == Drag::Pan) {
        m_viewWasSet = true;
        m_viewport.pan(event->position() - m_last);
        viewMoved();
    } else {
        dragCards(event->position());
    }
    m_last = event->position();
    updateCursor();
}

void Canvas::mouseReleaseEvent(QMouseEvent *event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    if (drag == Drag::Cards && m_dragMoved)
        m_model.finishMove();
    else if (drag == Drag::Pan && !m_dragMoved && event->button() == Qt::LeftButton && !m_spaceHeld)
        selectRelation(std::nullopt);
    updateCursor();
}

void Canvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const std::optional<size_t> card = cardAt(event->position())) {
        m_drag = Drag::None;
        Q_EMIT activated(*card);
    }
}

void Canvas::wheelEvent(QWheelEvent *event)
{
    m_glide.stop();
    m_viewWasSet = true;
    if (event->modifiers() & Qt::ControlModifier) {
        m_viewport.zoom(m_viewport.scale() * std::pow(1.0016, event->angleDelta().y()), event->position());
    } else {
        QPointF way = event->pixelDelta().isNull() ? QPointF(event->angleDelta()) * 0.5 : QPointF(event->pixelDelta());
        if (event->modifiers() & Qt::ShiftModifier)
            way = QPointF(way.y() + way.x(), 0);
        m_viewport.pan(way);
    }
    viewMoved();
    event->accept();
}

void Canvas::hover(const QPointF &widget)
{
    const std::optional<size_t> card = cardAt(widget);
    const std::optional<size_t> relation = card ? std::nullopt : relationAt(widget);
    if (card == m_hoverCard && relation == m_hoverRelation)
        return;
    m_hoverCard = card;
    m_hoverRelation = relation;
    updateLight();
    updateCursor();
}

void Canvas::leaveEvent(QEvent *)
{
    m_hoverCard.reset();
    m_hoverRelation.reset();
    updateLight();
}

void Canvas::updateCursor()
{
    if (m_drag == Drag::Pan && (m_dragMoved || m_spaceHeld))
        setCursor(Qt::ClosedHandCursor);
    else if (m_spaceHeld)
        setCursor(Qt::OpenHandCursor);
    else if (m_drag == Drag::Cards && m_dragMoved)
        setCursor(Qt::SizeAllCursor);
    else if (m_hoverRelation)
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
}

void Canvas::showTip(const QPoint &global, const QPointF &widget)
{
    if (const std::optional<size_t> index = cardAt(widget)) {
        const diagram::Card &card = m_model.chart().cards[*index];
        const int row = card.rowAt(m_viewport.toScene(widget));
        if (row >= 0 && level() == CanvasPainter::Level::Cards) {
            const diagram::CardRow &column = card.rows[size_t(row)];
            QString text = column.column + u' ' + column.fullType;
            text += column.nullable && !column.inPrimaryKey ? tr(", may be NULL") : tr(", not NULL");
            QToolTip::showText(global, text.toHtmlEscaped(), this);
        } else {
            QString text = card.table.toString();
            if (!card.comment.isEmpty())
                text += u'\n' + card.comment;
            QToolTip::showText(global, QLatin1String("<p style='white-space:pre-wrap'>") + text.toHtmlEscaped()
                                           + QLatin1String("</p>"), this);
        }
        return;
    }
    if (const std::optional<size_t> relation = relationAt(widget))
        QToolTip::showText(global, m_model.chart().relations[*relation].toString().toHtmlEscaped(), this);
    else
        QToolTip::hideText();
}

void Canvas::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers() & Qt::AltModifier;
    const auto arrow = [&](double x, double y) {
        m_keyboardUsed = true;
        if (alt)
            moveByKeys(QPointF(x, y) * 16);
        else
            goTowards({x, y});
    };
    switch (event->key()) {
    case Qt::Key_Left: return arrow(-1, 0);
    case Qt::Key_Right: return arrow(1, 0);
    case Qt::Key_Up: return arrow(0, -1);
    case Qt::Key_Down: return arrow(0, 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_selection.size() == 1)
            Q_EMIT activated(m_selection.front());
        return;
    case Qt::Key_Escape:
        if (m_drag == Drag::Cards && m_dragMoved) {
            m_model.move(m_selection, m_dragStarts);
            m_drag = Drag::None;
            m_model.finishMove();
        } else {
            selectRelation(std::nullopt);
        }
        return;
    case Qt::Key_Space:
        if (!event->isAutoRepeat()) {
            m_spaceHeld = true;
            updateCursor();
        }
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal: return zoom(1.25);
    case Qt::Key_Minus: return zoom(0.8);
    case Qt::Key_0: return setScale(1);
    case Qt::Key_A:
        if (event->modifiers() & Qt::ControlModifier) {
            std::vector<size_t> all(m_model.chart().cards.size());
            for (size_t i = 0; i < all.size(); ++i)
                all[i] = i;
            return select(std::move(all));
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void Canvas::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_spaceHeld = false;
        updateCursor();
        return;
    }
    QWidget::keyReleaseEvent(event);
}

void Canvas::moveByKeys(const QPointF &step)
{
    if (m_selection.empty())
        return;
    std::vector<QPointF> places;
    for (const size_t card : m_selection)
        places.push_back(diagram::snapped(m_model.chart().cards[card].position + step));
    m_model.move(m_selection, places);
    m_model.finishMove();
}

bool Canvas::stepFocus(bool forwards)
{
    const size_t count = m_model.chart().cards.size();
    if (count == 0)
        return false;
    m_keyboardUsed = true;
    size_t next = forwards ? 0 : count - 1;
    if (!m_selection.empty()) {
        if (forwards ? m_selection.back() + 1 == count : m_selection.back() == 0)
            return false;
        next = forwards ? m_selection.back() + 1 : m_selection.back() - 1;
    }
    select({next});
    if (!m_viewport.visible().contains(m_model.chart().cards[next].rect().center()))
        glide(m_viewport.scale(), m_model.chart().cards[next].rect().center());
    return true;
}

/// To the nearest table that lies in the direction; further aside counts as further away.
void Canvas::goTowards(const QPointF &direction)
{
    const std::vector<diagram::Card> &cards = m_model.chart().cards;
    if (cards.empty())
        return;
    if (m_selection.empty())
        return select({0});
    const QPointF from = cards[m_selection.back()].rect().center();
    std::optional<size_t> nearest;
    double shortest = HUGE_VAL;
    for (size_t i = 0; i < cards.size(); ++i) {
        const QPointF way = cards[i].rect().center() - from;
        const double ahead = QPointF::dotProduct(way, direction);
        if (ahead <= 1)
            continue;
        const double aside = std::abs(way.x() * direction.y()) + std::abs(way.y() * direction.x());
        if (ahead + 2 * aside < shortest) {
            shortest = ahead + 2 * aside;
            nearest = i;
        }
    }
    if (!nearest)
        return;
    select({*nearest});
    if (!m_viewport.visible().contains(cards[*nearest].rect()))
        glide(m_viewport.scale(), cards[*nearest].rect().center());
}

void Canvas::focusInEvent(QFocusEvent *event)
{
    m_keyboardUsed = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    updateLight();
}

void Canvas::focusOutEvent(QFocusEvent *)
{
    m_spaceHeld = false;
    updateLight();
}

void Canvas::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard && !m_selection.empty())
        Q_EMIT menuWanted(mapToGlobal(cardOnWidget(m_selection.back()).center().toPoint()));
    else
        Q_EMIT menuWanted(event->globalPos());
}

void Canvas::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace joinery::ui
