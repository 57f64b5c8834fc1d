// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace joinery::ui {

/// Gives a widget a variant of the style sheet (style_sheet.h), also when it was styled before.
void setRole(QWidget *widget, const QString &role);

} // namespace joinery::ui
