// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagram/look.h"
#include "core/diagram/paint/fonts.h"

namespace joinery::ui {

/// The colours of the theme, as a picture asks for them.
diagram::Look diagramLook();
/// The fonts of all diagrams in the window.
const paint::Fonts &diagramFonts();
/// Whether things may move: false where the desktop asks for less motion.
bool animationsWanted();

} // namespace joinery::ui
