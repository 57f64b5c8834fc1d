// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace joinery::ui {

class Canvas;

/// The whole diagram in a corner, with the visible part framed; a click or a drag moves there. Hidden while all of the
/// diagram is in view.
class Minimap : public QWidget
{
    Q_OBJECT
public:
    Minimap(Canvas *canvas, QWidget *parent);

    QSize sizeHint() const override { return {168, 112}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    QTransform toMap() const;
    void follow();

    Canvas *m_canvas;
};

} // namespace joinery::ui
