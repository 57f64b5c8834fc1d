// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace joinery::ui {

class Canvas;

/// − 100 % + Fit, in a corner of the canvas.
class ZoomBar : public QFrame
{
    Q_OBJECT
public:
    ZoomBar(Canvas *canvas, QWidget *parent);
};

} // namespace joinery::ui
