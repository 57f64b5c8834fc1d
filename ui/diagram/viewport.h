// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QTransform>

namespace joinery::ui {

/// What part of an endless plane a widget shows.
class Viewport
{
public:
    static constexpr double kSmallest = 0.05;
    static constexpr double kBiggest = 3;

    double scale() const { return m_scale; }
    QPointF toScene(const QPointF &widget) const { return m_corner + widget / m_scale; }
    QPointF toWidget(const QPointF &scene) const { return (scene - m_corner) * m_scale; }
    QRectF toWidget(const QRectF &scene) const { return {toWidget(scene.topLeft()), scene.size() * m_scale}; }
    QRectF visible() const { return {m_corner, m_size / m_scale}; }
    QTransform transform() const;

    void resize(const QSizeF &size) { m_size = size; }
    void pan(const QPointF &pixels) { m_corner -= pixels / m_scale; }
    /// The point under `anchor` (in the widget) stays where it is.
    void zoom(double scale, const QPointF &anchor);
    void centreOn(const QPointF &scene) { m_corner = scene - QPointF(m_size.width(), m_size.height()) / m_scale / 2; }
    /// All of it with a margin; never bigger than 100 %.
    void fit(const QRectF &scene);
    void set(double scale, const QPointF &centre);
    QPointF centre() const { return visible().center(); }

private:
    double m_scale = 1;
    QPointF m_corner;
    QSizeF m_size{1, 1};
};

} // namespace joinery::ui
