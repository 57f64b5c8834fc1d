// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagram/draw.h"
#include "core/diagram/look.h"

#include <QPainter>

#include <optional>

namespace joinery::ui {

class Viewport;

/// What stands out on the canvas.
struct Lighting
{
    std::vector<bool> selectedCards;    ///< one for each card
    std::vector<bool> litCards;         ///< neighbours of what is selected or under the mouse
    std::vector<bool> litRelations;
    std::optional<size_t> selectedRelation;
    bool dimRest = false;               ///< something is selected: the rest steps back
    std::optional<size_t> focusCard;    ///< has the keyboard
};

/// Paints the visible part of a chart, by zoom: cards, cards with their names alone, blocks. Keeps the drawn elements
/// between frames.
class CanvasPainter
{
public:
    enum class Level { Cards, Names, Blocks };
    static Level levelOf(double scale);

    /// Everything is drawn anew the next time.
    void forget();
    void paint(QPainter &painter, const diagram::Chart &chart, const Viewport &viewport, const Lighting &lighting,
               const diagram::Look &look);

private:
    void paintGrid(QPainter &painter, const Viewport &viewport, const diagram::Look &look) const;
    void paintCard(QPainter &painter, const diagram::Chart &chart, size_t index, const Viewport &viewport,
                   const Lighting &lighting, const diagram::Look &look);
    void paintSimpleCard(QPainter &painter, const diagram::Card &card, Level level, double scale, bool lit, bool selected,
                         const diagram::Look &look) const;
    void paintName(QPainter &painter, const QString &name, const QRectF &rect, double scale) const;
    const diagram::Element &card(const diagram::Chart &chart, size_t index);

    std::vector<std::optional<diagram::Element>> m_cards; ///< drawn at the origin, so that moving keeps them
};

} // namespace joinery::ui
