// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

namespace joinery::ui {

/// A dock without a title: a thin strip on top is where it is taken and moved; its menu floats, moves and closes it.
class Dock : public QDockWidget
{
    Q_OBJECT
public:
    /// `title` is asked again after a change of the language. `strip` is the height of the handle.
    Dock(const QString &name, std::function<QString()> title, QWidget *content, int strip, QWidget *parent);
};

} // namespace joinery::ui
