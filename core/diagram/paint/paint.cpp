// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagram/paint/paint.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

namespace joinery::paint {

using namespace diagram;

namespace {

class Painter
{
public:
    Painter(QPainter &painter, const Look &look, const Fonts &fonts) : m_painter(painter), m_look(look), m_fonts(fonts) {}

    void draw(const Box &box)
    {
        use(box.fill, box.stroke, box.width);
        if (box.radius <= 0) {
            m_painter.drawRect(box.rect);
        } else if (box.topOnly) {
            QPainterPath path;
            path.setFillRule(Qt::WindingFill);
            path.addRoundedRect(box.rect, box.radius, box.radius);
            path.addRect(box.rect.adjusted(0, box.radius, 0, 0));
            m_painter.drawPath(path.simplified());
        } else {
            m_painter.drawRoundedRect(box.rect, box.radius, box.radius);
        }
    }

    void draw(const Run &run)
    {
        const QFont &font = m_fonts.font(run.style);
        QPointF at = run.baseline;
        if (run.align != Align::Left) {
            const double width = QFontMetricsF(font).horizontalAdvance(run.text);
            at.rx() -= run.align == Align::Right ? width : width / 2;
        }
        m_painter.setFont(font);
        m_painter.setPen(color(m_look, run.role));
        m_painter.drawText(at, run.text);
    }

    void draw(const Stroke &stroke)
    {
        if (stroke.points.size() < 2)
            return;
        use(Role::None, stroke.role, stroke.width);
        QPainterPath path(stroke.points.front());
        for (const PathStep &step : roundedPath(stroke)) {
            if (step.curve)
                path.quadTo(step.control, step.to);
            else
                path.lineTo(step.to);
        }
        if (stroke.closed)
            path.closeSubpath();
        m_painter.drawPath(path);
    }

    void draw(const Disc &disc)
    {
        use(disc.fill, disc.stroke, disc.width);
        m_painter.drawEllipse(disc.centre, disc.radius, disc.radius);
    }

private:
    void use(Role fill, Role stroke, double width)
    {
        m_painter.setBrush(fill == Role::None ? QBrush(Qt::NoBrush) : QBrush(color(m_look, fill)));
        if (stroke == Role::None)
            m_painter.setPen(Qt::NoPen);
        else
            m_painter.setPen(QPen(color(m_look, stroke), width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    }

    QPainter &m_painter;
    const Look &m_look;
    const Fonts &m_fonts;
};

} // namespace

QColor color(const Look &look, Role role) { return QColor::fromRgb(look.color(role)); }

void paint(QPainter &painter, const Element &element, const Look &look, const Fonts &fonts)
{
    const double opacity = painter.opacity();
    painter.setOpacity(opacity * element.opacity);
    Painter brush(painter, look, fonts);
    for (const Item &item : element.items)
        std::visit([&](const auto &shape) { brush.draw(shape); }, item);
    painter.setOpacity(opacity);
}

void paint(QPainter &painter, const Picture &picture, const Look &look, const Fonts &fonts)
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(picture.bounds, color(look, Role::Canvas));
    for (const Element &element : picture.elements)
        paint(painter, element, look, fonts);
}

} // namespace joinery::paint
