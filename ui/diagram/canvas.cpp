// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/canvas.h"

#include "ui/common/theme.h"
#include "ui/diagram/canvas_accessible.h"
#include "ui/diagram/diagram_look.h"

#include <QPainter>

namespace joinery::ui {

namespace {

/// A line is hit that many pixels beside it.
constexpr double kReach = 6;

} // namespace

Canvas::Canvas(DiagramModel &model, QWidget *parent) : QWidget(parent), m_model(model)
{
    CanvasAccessible::install();
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    grabGesture(Qt::PinchGesture);
    setMinimumSize(160, 120);
    connect(&m_model, &DiagramModel::chartChanged, this, &Canvas::chartChanged);
    connect(&m_model, &DiagramModel::placesChanged, this, [this] {
        update();
        Q_EMIT viewChanged();
    });
    connect(&theme(), &Theme::changed, this, [this] { update(); });
    m_glide.setStartValue(0.0);
    m_glide.setEndValue(1.0);
    m_glide.setDuration(220);
    m_glide.setEasingCurve(QEasingCurve::InOutCubic);
    chartChanged();
}

void Canvas::chartChanged()
{
    m_painter.forget();
    m_hoverCard.reset();
    m_hoverRelation.reset();
    m_selectedRelation.reset();
    if (m_drag == Drag::Cards)
        m_drag = Drag::None;
    // The selection stays on its tables, also after a rename.
    std::vector<size_t> found;
    for (size_t i = 0; i < m_selectedUids.size(); ++i) {
        if (const auto card = m_model.chart().find(m_selectedUids[i], m_selectedNames[i]))
            found.push_back(*card);
    }
    m_selection = std::move(found);
    if (!m_fitted && !m_viewWasSet && !m_model.chart().cards.empty() && isVisible())
        fit();
    CanvasAccessible::childrenChanged(this);
    updateLight();
    Q_EMIT selectionChanged();
    Q_EMIT viewChanged();
}

void Canvas::resizeEvent(QResizeEvent *)
{
    const QPointF centre = m_viewport.centre();
    m_viewport.resize(size());
    if (!m_fitted && !m_viewWasSet && !m_model.chart().cards.empty())
        fit();
    else
        m_viewport.centreOn(centre);
    Q_EMIT viewChanged();
}

void Canvas::viewMoved()
{
    update();
    Q_EMIT viewChanged();
}

void Canvas::setScale(double scale)
{
    m_glide.stop();
    m_viewWasSet = true;
    m_viewport.zoom(scale, QPointF(width(), height()) / 2);
    viewMoved();
}

void Canvas::zoom(double factor) { setScale(m_viewport.scale() * factor); }

void Canvas::fit()
{
    m_glide.stop();
    m_fitted = true;
    m_viewport.fit(m_model.chart().bounds());
    viewMoved();
}

void Canvas::centreOn(const QPointF &scene)
{
    m_glide.stop();
    m_viewWasSet = true;
    m_viewport.centreOn(scene);
    viewMoved();
}

void Canvas::restoreView(double scale, const QPointF &centre)
{
    m_viewWasSet = true;
    m_viewport.set(scale, centre);
    viewMoved();
}

void Canvas::glide(double scale, const QPointF &centre)
{
    m_glide.stop();
    m_glide.disconnect(this);
    m_viewWasSet = true;
    if (!animationsWanted() || !isVisible()) {
        m_viewport.set(scale, centre);
        viewMoved();
        return;
    }
    connect(&m_glide, &QVariantAnimation::valueChanged, this,
            [this, fromScale = m_viewport.scale(), from = m_viewport.centre(), scale, centre](const QVariant &value) {
                const double t = value.toDouble();
                m_viewport.set(fromScale + (scale - fromScale) * t, from + (centre - from) * t);
                viewMoved();
            });
    m_glide.start();
}

void Canvas::flyTo(size_t card, const QString &column)
{
    const diagram::Card &target = m_model.chart().cards[card];
    select({card});
    m_selectedColumn = column;
    Q_EMIT selectionChanged();
    glide(std::max(m_viewport.scale(), 0.9), target.rect().center());
}

void Canvas::select(std::vector<size_t> cards)
{
    m_selection = std::move(cards);
    m_selectedRelation.reset();
    m_selectedColumn.clear();
    m_selectedUids.clear();
    m_selectedNames.clear();
    for (const size_t card : m_selection) {
        m_selectedUids.push_back(m_model.chart().cards[card].uid);
        m_selectedNames.push_back(m_model.chart().cards[card].table);
    }
    updateLight();
    if (!m_selection.empty())
        CanvasAccessible::focusChanged(this, m_selection.back());
    Q_EMIT selectionChanged();
}

void Canvas::selectRelation(std::optional<size_t> relation)
{
    m_selection.clear();
    m_selectedUids.clear();
    m_selectedNames.clear();
    m_selectedColumn.clear();
    m_selectedRelation = relation;
    updateLight();
    if (relation)
        CanvasAccessible::focusChanged(this, m_model.chart().cards.size() + *relation);
    Q_EMIT selectionChanged();
}

void Canvas::setHops(int hops)
{
    m_hops = hops;
    updateLight();
}

void Canvas::updateLight()
{
    const diagram::Chart &chart = m_model.chart();
    m_light = {};
    m_light.selectedCards.assign(chart.cards.size(), false);
    m_light.litCards.assign(chart.cards.size(), false);
    m_light.litRelations.assign(chart.relations.size(), false);
    const auto lightRelation = [&](size_t index) {
        m_light.litRelations[index] = true;
        m_light.litCards[chart.relations[index].child] = true;
        m_light.litCards[chart.relations[index].parent] = true;
    };
    for (const size_t card : m_selection)
        m_light.selectedCards[card] = true;
    if (m_selection.size() == 2) {
        // Two tables: the way that joins them.
        m_light.dimRest = true;
        for (const size_t card : m_selection)
            m_light.litCards[card] = true;
        for (const size_t relation : chart.path(m_selection[0], m_selection[1]))
            lightRelation(relation);
    } else if (!m_selection.empty()) {
        m_light.dimRest = m_hops > 0;
        // The cards in reach, and the relations on the way to them.
        for (const size_t card : chart.neighbourhood(m_selection, std::max(m_hops - 1, 0))) {
            m_light.litCards[card] = true;
            for (const size_t relation : chart.relationsOf(card))
                lightRelation(relation);
        }
    } else if (m_selectedRelation) {
        m_light.dimRest = true;
        lightRelation(*m_selectedRelation);
    } else if (m_hoverCard) {
        m_light.litCards[*m_hoverCard] = true;
        for (const size_t relation : chart.relationsOf(*m_hoverCard))
            lightRelation(relation);
    }
    if (m_hoverRelation)
        lightRelation(*m_hoverRelation);
    if (hasFocus() && m_keyboardUsed && !m_selection.empty())
        m_light.focusCard = m_selection.back();
    update();
}

std::optional<size_t> Canvas::cardAt(const QPointF &widget) const
{
    const QPointF scene = m_viewport.toScene(widget);
    const std::vector<diagram::Card> &cards = m_model.chart().cards;
    // The last one is painted on top.
    for (size_t i = cards.size(); i-- > 0;) {
        if (cards[i].rect().contains(scene))
            return i;
    }
    return std::nullopt;
}

std::optional<size_t> Canvas::relationAt(const QPointF &widget) const
{
    const QPointF scene = m_viewport.toScene(widget);
    const std::vector<diagram::Route> &routes = m_model.chart().routes;
    std::optional<size_t> nearest;
    double distance = kReach / m_viewport.scale();
    for (size_t i = 0; i < routes.size(); ++i) {
        if (!routes[i].bounds().contains(scene))
            continue;
        if (const double away = routes[i].distanceTo(scene); away < distance) {
            distance = away;
            nearest = i;
        }
    }
    return nearest;
}

void Canvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_painter.paint(painter, m_model.chart(), m_viewport, m_light, diagramLook());
}

} // namespace joinery::ui
