// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

namespace joinery::ui {

/// The one style sheet of the application. Widgets choose a variant by dynamic properties:
/// QPushButton role = primary | danger | quiet | link; QToolButton is flat by itself, role = outlined for a bordered one;
/// QLabel role = dim | caption | section | heading | title | error; QFrame role = line | card | toolbar.
QString styleSheet(const Colors &colors);

} // namespace joinery::ui
