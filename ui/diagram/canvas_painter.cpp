// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/canvas_painter.h"

#include "core/diagram/paint/paint.h"
#include "ui/diagram/diagram_look.h"
#include "ui/diagram/viewport.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace joinery::ui {

using diagram::Role;

namespace {

constexpr double kDimmed = 0.28;
constexpr double kDots = 24;

} // namespace

CanvasPainter::Level CanvasPainter::levelOf(double scale)
{
    if (scale >= 0.5)
        return Level::Cards;
    return scale >= 0.2 ? Level::Names : Level::Blocks;
}

void CanvasPainter::forget() { m_cards.clear(); }

const diagram::Element &CanvasPainter::card(const diagram::Chart &chart, size_t index)
{
    m_cards.resize(chart.cards.size());
    if (!m_cards[index]) {
        diagram::Card atOrigin = chart.cards[index];
        atOrigin.position = {};
        m_cards[index] = diagram::drawCard(atOrigin);
    }
    return *m_cards[index];
}

void CanvasPainter::paintGrid(QPainter &painter, const Viewport &viewport, const diagram::Look &look) const
{
    double step = kDots;
    while (step * viewport.scale() < 16)
        step *= 2;
    QColor dots = paint::color(look, Role::Border);
    painter.setPen(QPen(dots, 1.4));
    const QRectF visible = viewport.visible();
    std::vector<QPointF> points;
    for (double y = std::floor(visible.top() / step) * step; y < visible.bottom(); y += step) {
        for (double x = std::floor(visible.left() / step) * step; x < visible.right(); x += step)
            points.push_back(viewport.toWidget(QPointF(x, y)));
    }
    painter.drawPoints(points.data(), int(points.size()));
}

void CanvasPainter::paint(QPainter &painter, const diagram::Chart &chart, const Viewport &viewport,
                          const Lighting &lighting, const diagram::Look &look)
{
    painter.fillRect(QRectF(painter.viewport()), paint::color(look, Role::Canvas));
    painter.setRenderHint(QPainter::Antialiasing);
    paintGrid(painter, viewport, look);
    painter.setTransform(viewport.transform(), true);
    const QRectF visible = viewport.visible().adjusted(-8, -8, 8, 8);
    const Level level = levelOf(viewport.scale());

    // Lit lines lie over the others.
    for (const bool lit : {false, true}) {
        for (size_t i = 0; i < chart.routes.size(); ++i) {
            const bool isLit = i < lighting.litRelations.size() && lighting.litRelations[i];
            if (isLit != lit || !chart.routes[i].bounds().intersects(visible))
                continue;
            painter.setOpacity(lighting.dimRest && !lit ? kDimmed : 1);
            const diagram::Emphasis emphasis = lit ? diagram::Emphasis::Neighbour : diagram::Emphasis::Normal;
            if (level == Level::Cards) {
                paint::paint(painter, diagram::drawRelation(chart.relations[i], chart.routes[i], emphasis), look,
                             diagramFonts());
            } else {
                // As thin on the screen as ever; a crow's foot would be a blot.
                diagram::Element line;
                line.items.push_back(diagram::Stroke{chart.routes[i].points, (lit ? 1.8 : 1) / viewport.scale(),
                                                     lit ? Role::Accent : Role::Edge, 6});
                paint::paint(painter, line, look, diagramFonts());
            }
        }
    }
    for (size_t i = 0; i < chart.cards.size(); ++i) {
        if (chart.cards[i].rect().intersects(visible))
            paintCard(painter, chart, i, viewport, lighting, look);
    }
    painter.setOpacity(1);
}

void CanvasPainter::paintCard(QPainter &painter, const diagram::Chart &chart, size_t index, const Viewport &viewport,
                              const Lighting &lighting, const diagram::Look &look)
{
    const diagram::Card &shown = chart.cards[index];
    const bool selected = index < lighting.selectedCards.size() && lighting.selectedCards[index];
    const bool lit = selected || (index < lighting.litCards.size() && lighting.litCards[index]);
    painter.setOpacity(lighting.dimRest && !lit ? kDimmed : 1);
    const Level level = levelOf(viewport.scale());
    if (level != Level::Cards) {
        paintSimpleCard(painter, shown, level, viewport.scale(), lit && !lighting.dimRest, selected, look);
    } else {
        painter.save();
        painter.translate(shown.position);
        paint::paint(painter, card(chart, index), look, diagramFonts());
        painter.restore();
        // What the selection lights is told apart from the dimmed rest already; only hovering needs the border.
        if (selected || (lit && !lighting.dimRest)) {
            painter.setPen(QPen(paint::color(look, Role::Accent), selected ? 2 : 1.2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(shown.rect(), diagram::Card::kRadius, diagram::Card::kRadius);
        }
    }
    if (lighting.focusCard == index) {
        const double gap = 4 / viewport.scale();
        painter.setOpacity(1);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(paint::color(look, Role::Accent), 1.2 / viewport.scale(), Qt::DashLine));
        painter.drawRoundedRect(shown.rect().adjusted(-gap, -gap, gap, gap), 8, 8);
    }
}

void CanvasPainter::paintSimpleCard(QPainter &painter, const diagram::Card &card, Level level, double scale, bool lit,
                                    bool selected, const diagram::Look &look) const
{
    const QRectF rect = card.rect();
    const QColor accent = paint::color(look, Role::Accent);
    QColor fill = paint::color(look, level == Level::Names ? Role::Surface : Role::Dim);
    if (level == Level::Blocks)
        fill.setAlphaF(0.55f);
    if (selected)
        fill = level == Level::Names ? paint::color(look, Role::AccentSoft) : accent;
    painter.setBrush(fill);
    if (level == Level::Names || lit || selected)
        painter.setPen(QPen(lit || selected ? accent : paint::color(look, Role::Border), (selected ? 2 : 1) / scale));
    else
        painter.setPen(Qt::NoPen);
    painter.drawRoundedRect(rect, diagram::Card::kRadius, diagram::Card::kRadius);
    if (level == Level::Blocks)
        return;
    painter.setPen(paint::color(look, Role::Text));
    paintName(painter, card.table.name, rect, scale);
}

/// The name as big as in a card at 100 %, smaller where it does not fit, in several lines, and cut only where all that
/// does not help.
void CanvasPainter::paintName(QPainter &painter, const QString &name, const QRectF &rect, double scale) const
{
    const QRectF room = rect.adjusted(4 / scale, 1 / scale, -4 / scale, -1 / scale);
    QFont font = diagramFonts().font(diagram::TextStyle::Title);
    QString breakable = name;
    breakable.replace(u'_', QString(QStringLiteral("_") + QChar(0x200B)));
    for (const double pixels : {13.0, 11.5, 10.0, 9.0}) {
        font.setPixelSize(std::max(1, int(std::lround(pixels / scale))));
        const QFontMetricsF metrics(font);
        painter.setFont(font);
        if (metrics.horizontalAdvance(name) <= room.width() && metrics.height() <= rect.height() * 1.2) {
            painter.drawText(rect, Qt::AlignCenter, name);
            return;
        }
        constexpr int kWrapped = Qt::AlignCenter | Qt::TextWordWrap;
        const QRectF needed = metrics.boundingRect(room, kWrapped, breakable);
        if (room.contains(needed)) {
            painter.drawText(room, kWrapped, breakable);
            return;
        }
    }
    painter.drawText(rect, Qt::AlignCenter, QFontMetricsF(font).elidedText(name, Qt::ElideRight, room.width()));
}

} // namespace joinery::ui
