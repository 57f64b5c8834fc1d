// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dock.h"

#include "ui/common/retranslate.h"
#include "ui/shell/dock_strip.h"

namespace joinery::ui {

Dock::Dock(const QString &name, std::function<QString()> title, QWidget *content, int strip, QWidget *parent)
    : QDockWidget(parent)
{
    setObjectName(name); // the layout is saved under it
    setFeatures(DockWidgetClosable | DockWidgetMovable | DockWidgetFloatable);
    setTitleBarWidget(new DockStrip(strip, this));
    setWidget(content);
    retranslating(this, [this, title = std::move(title)] {
        setWindowTitle(title());
        setAccessibleName(title());
    });
}

} // namespace joinery::ui
