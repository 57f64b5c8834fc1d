// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace joinery::ui {

namespace {

/// Paints a stencil of resources/icons, drawn in black there, in the colour of the moment.
class StencilEngine : public QIconEngine
{
public:
    StencilEngine(QString name, QColor color) : m_name(std::move(name)), m_color(std::move(color)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        const QPixmap pixmap = render(rect.size() * ratio, mode);
        painter->drawPixmap(rect, pixmap);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override { return render(size, mode); }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override { return render(size, mode); }
    QIconEngine *clone() const override { return new StencilEngine(m_name, m_color); }
    QString key() const override { return QStringLiteral("joinery-stencil"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    QPixmap render(const QSize &size, QIcon::Mode mode) const
    {
        if (size.isEmpty()) // a tab that is not laid out yet
            return {};
        QColor color = m_color.isValid() ? m_color : theme().colors().text;
        if (mode == QIcon::Disabled) {
            color = theme().colors().dim;
            color.setAlphaF(0.6f);
        }
        const QString key = QStringLiteral("joinery/%1/%2x%3/%4")
                                .arg(m_name).arg(size.width()).arg(size.height()).arg(color.name(QColor::HexArgb));
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        QFile file(QStringLiteral(":/icons/%1.svg").arg(m_name));
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        if (file.open(QIODevice::ReadOnly)) {
            QSvgRenderer renderer(file.readAll().replace("#000", color.name().toUtf8()));
            QPainter painter(&pixmap);
            painter.setOpacity(color.alphaF());
            const int side = qMin(size.width(), size.height());
            renderer.render(&painter, QRectF((size.width() - side) / 2.0, (size.height() - side) / 2.0, side, side));
        }
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QString m_name;
    QColor m_color;
};

} // namespace

QIcon icon(const QString &name, const QColor &color)
{
    if (name.isEmpty())
        return {};
    return QIcon(new StencilEngine(name, color));
}

} // namespace joinery::ui
