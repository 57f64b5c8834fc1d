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
    constexpr double kMargin = 40;
    const QRectF wanted = scene.adjusted(-kMargin, -kMargin, kMargin, kMargin);
    const double scale = std::min({1.0, m_size.width() / wanted.width(), m_size.height() / wanted.height()});
    set(scale, wanted.center());
}

} // namespace joinery::ui
