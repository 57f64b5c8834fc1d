// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagram/glyphs.h"

namespace joinery::diagram {

namespace {

constexpr double kLine = 1.2;
constexpr double kBar = 5;

} // namespace

void addGlyph(std::vector<Item> &items, Glyph glyph, const QPointF &centre, Role role)
{
    const auto line = [&](std::vector<QPointF> points, double radius = 0) {
        for (QPointF &point : points)
            point += centre;
        items.push_back(Stroke{std::move(points), kLine, role, radius});
    };
    switch (glyph) {
    case Glyph::Table:
        items.push_back(Box{QRectF(centre.x() - 6, centre.y() - 5, 12, 10), 2, Role::None, role, kLine});
        line({{-6, -1.5}, {6, -1.5}});
        line({{-1.5, -1.5}, {-1.5, 5}});
        break;
    case Glyph::Key:
        items.push_back(Disc{centre + QPointF(-3.5, 0), 2.6, Role::None, role, kLine});
        line({{-0.9, 0}, {6.5, 0}, {6.5, 2.6}});
        line({{3.4, 0}, {3.4, 2.2}});
        break;
    case Glyph::Reference:
        items.push_back(Disc{centre + QPointF(-5, -3), 1.2, role, role, 0.6});
        items.push_back(Disc{centre + QPointF(5.4, 3), 1.2, role, role, 0.6});
        line({{-5, -3}, {0, -3}, {0, 3}, {5.4, 3}}, 2);
        break;
    }
}

void addEnding(std::vector<Item> &items, Ending ending, const QPointF &end, int outwards, Role role, double width)
{
    const auto at = [&](double distance, double y) { return end + QPointF(outwards * distance, y); };
    const auto bar = [&](double distance) {
        items.push_back(Stroke{{at(distance, -kBar), at(distance, kBar)}, width, role});
    };
    const auto circle = [&](double distance) {
        items.push_back(Disc{at(distance, 0), 3.6, Role::Canvas, role, width});
    };
    switch (ending) {
    case Ending::ExactlyOne:
        bar(7);
        bar(11);
        break;
    case Ending::ZeroOrOne:
        bar(7);
        circle(13);
        break;
    case Ending::ZeroOrMany:
        items.push_back(Stroke{{at(0, -kBar), at(11, 0), at(0, kBar)}, width, role});
        circle(15);
        break;
    }
}

} // namespace joinery::diagram
