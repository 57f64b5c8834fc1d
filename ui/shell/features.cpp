// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/features.h"

#include "ui/designer/designer_feature.h"
#include "ui/diagram/diagram_feature.h"
#include "ui/editor/editor_feature.h"
#include "ui/grid/grid_feature.h"
#include "ui/timeline/timeline_feature.h"
#include "ui/transfer/transfer_feature.h"

namespace joinery::ui {

// One line for each: the feature belongs to the workbench and registers itself.
void addFeatures(Workbench &workbench)
{
    new DesignerFeature(workbench);
    new DiagramFeature(workbench);
    new EditorFeature(workbench);
    new GridFeature(workbench);
    new TimelineFeature(workbench);
    new TransferFeature(workbench);
}

} // namespace joinery::ui
