// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/zoom_bar.h"

#include "ui/common/retranslate.h"
#include "ui/common/theme.h"
#include "ui/diagram/canvas.h"

#include <QHBoxLayout>
#include <QToolButton>

#include <cmath>

namespace joinery::ui {

ZoomBar::ZoomBar(Canvas *canvas, QWidget *parent) : QFrame(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kUnit);
    const auto button = [&](int width, auto act) {
        auto *made = new QToolButton(this);
        made->setProperty("role", QStringLiteral("outlined"));
        made->setFixedHeight(26);
        made->setMinimumWidth(width);
        connect(made, &QToolButton::clicked, canvas, act);
        row->addWidget(made);
        return made;
    };
    auto *out = button(34, [canvas] { canvas->zoom(0.8); });
    auto *full = button(58, [canvas] { canvas->setScale(1); });
    auto *in = button(34, [canvas] { canvas->zoom(1.25); });
    auto *fit = button(40, [canvas] { canvas->fit(); });
    connect(canvas, &Canvas::viewChanged, full, [canvas, full] {
        full->setText(tr("%1 %").arg(int(std::lround(canvas->viewport().scale() * 100))));
    });
    const auto setIcons = [out, in] {
        out->setIcon(icon(QStringLiteral("minus")));
        in->setIcon(icon(QStringLiteral("plus")));
    };
    connect(&theme(), &Theme::changed, this, setIcons);
    setIcons();
    retranslating(this, [=, this] {
        out->setAccessibleName(tr("Zoom out"));
        in->setAccessibleName(tr("Zoom in"));
        full->setAccessibleName(tr("Zoom to 100 %"));
        fit->setText(tr("Fit"));
        fit->setAccessibleName(tr("Fit the diagram into the window"));
        for (QToolButton *one : {out, in, full, fit})
            one->setToolTip(one->accessibleName());
        full->setText(tr("%1 %").arg(int(std::lround(canvas->viewport().scale() * 100))));
        adjustSize();
    });
}

} // namespace joinery::ui
