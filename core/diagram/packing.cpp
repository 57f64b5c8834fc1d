// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagram/packing.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace joinery::diagram {

QPointF snapped(const QPointF &point)
{
    return {std::round(point.x() / kGrid) * kGrid, std::round(point.y() / kGrid) * kGrid};
}

std::vector<QPointF> packParts(const std::vector<QSizeF> &parts, double targetWidth)
{
    std::vector<QPointF> places;
    QPointF next;
    double rowHeight = 0;
    for (const QSizeF &part : parts) {
        if (next.x() > 0 && next.x() + part.width() > targetWidth) {
            next = QPointF(0, next.y() + rowHeight + 2 * kCardGapY);
            rowHeight = 0;
        }
        places.push_back(next);
        next.rx() += part.width() + kCardGapX;
        rowHeight = std::max(rowHeight, part.height());
    }
    return places;
}

std::vector<QPointF> packColumns(const std::vector<QSizeF> &sizes, double targetWidth)
{
    if (sizes.empty())
        return {};
    double columnWidth = 0;
    for (const QSizeF &size : sizes)
        columnWidth = std::max(columnWidth, size.width());
    columnWidth += kCardGapY;
    const auto fitting = size_t(std::max(1.0, std::floor((targetWidth + kCardGapY) / columnWidth)));
    std::vector<double> heights(std::min(fitting, sizes.size()), 0);
    std::vector<QPointF> places;
    for (const QSizeF &size : sizes) {
        const auto shortest = std::ranges::min_element(heights);
        places.emplace_back(double(std::distance(heights.begin(), shortest)) * columnWidth, *shortest);
        *shortest += size.height() + kCardGapY;
    }
    return places;
}

QPointF freePlace(const QSizeF &size, const QPointF &wanted, const std::vector<QRectF> &taken)
{
    const auto isFree = [&](const QPointF &place) {
        const QRectF rect = QRectF(place, size).adjusted(-kCardGapX / 2, -kCardGapY / 2, kCardGapX / 2, kCardGapY / 2);
        return std::ranges::none_of(taken, [&](const QRectF &other) { return other.intersects(rect); });
    };
    const QPointF start = snapped(wanted);
    if (isFree(start))
        return start;
    // Beside something that is there, or on a ring around the wish: the nearest one wins.
    std::vector<QPointF> candidates;
    for (const QRectF &other : taken) {
        const double left = other.left() - kCardGapX - size.width();
        const double right = other.right() + kCardGapX;
        const double above = other.top() - kCardGapY - size.height();
        const double below = other.bottom() + kCardGapY;
        for (const double x : {left, right})
            candidates.insert(candidates.end(), {{x, other.top()}, {x, start.y()}});
        for (const double y : {above, below})
            candidates.insert(candidates.end(), {{other.left(), y}, {start.x(), y}});
    }
    std::ranges::stable_sort(candidates, {}, [&](const QPointF &place) {
        return std::hypot(place.x() - start.x(), place.y() - start.y());
    });
    for (const QPointF &candidate : candidates) {
        if (isFree(snapped(candidate)))
            return snapped(candidate);
    }
    double bottom = 0;
    for (const QRectF &other : taken)
        bottom = std::max(bottom, other.bottom());
    return snapped({start.x(), bottom + kCardGapY});
}

} // namespace joinery::diagram
