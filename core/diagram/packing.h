// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>

#include <vector>

namespace joinery::diagram {

/// Distances between cards.
inline constexpr double kCardGapX = 96;
inline constexpr double kCardGapY = 40;
/// Cards stand on a grid of this size.
inline constexpr double kGrid = 4;

QPointF snapped(const QPointF &point);

/// Puts parts beside each other in rows that together are about as wide as a screen is; the order is kept.
std::vector<QPointF> packParts(const std::vector<QSizeF> &parts, double targetWidth);

/// Columns of equal width, each next one goes where there is most room above.
std::vector<QPointF> packColumns(const std::vector<QSizeF> &sizes, double targetWidth);

/// The free place for `size` that is nearest to `wanted`, with the usual distances to all of `taken`.
QPointF freePlace(const QSizeF &size, const QPointF &wanted, const std::vector<QRectF> &taken);

} // namespace joinery::diagram
