// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/features.h"

#include "ui/workbench/workbench.h"

namespace joinery::ui {

// One line for each: the feature belongs to the workbench and registers itself.
void addFeatures(Workbench &workbench)
{
    Q_UNUSED(workbench);
}

} // namespace joinery::ui
