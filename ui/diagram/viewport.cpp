// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/viewport.h"

#include <algorithm>

namespace joinery::ui {

QTransform Viewport::transform() const
{
    return QTransform::fromScale(m_scale, m_scale).translate(-m_corner.x(), -m_corner.y());
}

void Viewport::zoom(double scale, const QPointF &anchor)
{
    const QPointF fixed = toScene(anchor);
    m_scale = std::clamp(scale, kSmallest, kBiggest);
    m_corner = fixed - anchor / m_scale;
}

void Viewport::set(double scale, const QPointF &centre)
{
    m_scale = std::clamp(scale, kSmallest, kBiggest);
    centreOn(centre);
}

void Viewport::fit(const QRectF &scene)
{
    if (scene.isEmpty())
        return;
    // Below is room for what floats over the canvas.
    constexpr double kMargin = 24;
    constexpr double kBelow = 56;
    const double scale = std::min({1.0, (m_size.width() - 2 * kMargin) / scene.width(),
                                   (m_size.height() - kMargin - kBelow) / scene.height()});
    m_scale = std::clamp(scale, kSmallest, kBiggest);
    centreOn(scene.center() + QPointF(0, (kBelow - kMargin) / 2 / m_scale));
}

} // namespace joinery::ui
