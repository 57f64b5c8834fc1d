// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/role.h"

#include <QStyle>
#include <QVariant>

namespace joinery::ui {

void setRole(QWidget *widget, const QString &role)
{
    widget->setProperty("role", role);
    // The rules of the style sheet are kept with the widget from the first time that it asked for them.
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace joinery::ui
