// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workbench/workbench.h"

namespace joinery::ui {

/// The tables of the project's model: pages, actions.
class DesignerFeature : public Feature
{
    Q_OBJECT
public:
    explicit DesignerFeature(Workbench &workbench);
};

} // namespace joinery::ui
