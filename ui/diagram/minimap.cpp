// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/minimap.h"

#include "ui/common/retranslate.h"
#include "ui/common/theme.h"
#include "ui/diagram/canvas.h"

#include <QMouseEvent>
#include <QPainter>

namespace joinery::ui {

Minimap::Minimap(Canvas *canvas, QWidget *parent) : QWidget(parent), m_canvas(canvas)
{
    setCursor(Qt::PointingHandCursor);
    resize(sizeHint());
    connect(canvas, &Canvas::viewChanged, this, &Minimap::follow);
    connect(canvas, &Canvas::selectionChanged, this, [this] { update(); });
    connect(&theme(), &Theme::changed, this, [this] { update(); });
    retranslating(this, [this] {
        setAccessibleName(tr("Overview of the diagram"));
        setToolTip(tr("Click to go there"));
    });
    follow();
}

void Minimap::follow()
{
    const QRectF bounds = m_canvas->model().chart().bounds();
    setVisible(!bounds.isEmpty() && !m_canvas->viewport().visible().contains(bounds) && m_canvas->width() > 480
               && m_canvas->height() > 320);
    update();
}

QTransform Minimap::toMap() const
{
    constexpr double kMargin = 6;
    const QRectF all = m_canvas->model().chart().bounds().united(m_canvas->viewport().visible());
    const double scale = std::min((width() - 2 * kMargin) / all.width(), (height() - 2 * kMargin) / all.height());
    return QTransform::fromTranslate(width() / 2.0, height() / 2.0)
               .scale(scale, scale)
               .translate(-all.center().x(), -all.center().y());
}

void Minimap::paintEvent(QPaintEvent *)
{
    const Colors &colors = theme().colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors.border);
    painter.setBrush(colors.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::kRadius, metrics::kRadius);

    const QTransform map = toMap();
    painter.setPen(Qt::NoPen);
    QColor block = colors.dim;
    block.setAlphaF(0.55f);
    const std::vector<diagram::Card> &cards = m_canvas->model().chart().cards;
    for (size_t i = 0; i < cards.size(); ++i) {
        const bool selected = std::ranges::find(m_canvas->selection(), i) != m_canvas->selection().end();
        painter.setBrush(selected ? colors.accent : block);
        painter.drawRect(map.mapRect(cards[i].rect()));
    }
    QColor glass = colors.accent;
    glass.setAlphaF(0.08f);
    painter.setPen(colors.accent);
    painter.setBrush(glass);
    painter.drawRect(map.mapRect(m_canvas->viewport().visible()).adjusted(0.5, 0.5, -0.5, -0.5));
}

void Minimap::mousePressEvent(QMouseEvent *event) { mouseMoveEvent(event); }

void Minimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        m_canvas->centreOn(toMap().inverted().map(event->position()));
}

} // namespace joinery::ui
