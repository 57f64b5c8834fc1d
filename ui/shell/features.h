// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace joinery::ui {

class Workbench;

/// Makes every feature of the application; each registers its actions and the locations that it shows.
void addFeatures(Workbench &workbench);

} // namespace joinery::ui
