// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace joinery::test {

/// The control that a screen reader calls so; nullptr where there is none.
template <class Widget>
Widget *named(const QWidget &parent, const QString &name)
{
    for (Widget *widget : parent.findChildren<Widget *>()) {
        if (widget->accessibleName() == name)
            return widget;
    }
    return nullptr;
}

} // namespace joinery::test
