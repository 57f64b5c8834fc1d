// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/features.h"

#include "ui/designer/designer_feature.h"
#include "ui/diagram/diagram_feature.h"
#include "ui/timeline/timeline_feature.h"

namespace joinery::ui {

// One line for each: the feature belongs to the workbench and registers itself.
void addFeatures(Workbench &workbench)
{
    new DesignerFeature(workbench);
    new DiagramFeature(workbench);
    new timeline::TimelineFeature(workbench);
}

} // namespace joinery::ui
