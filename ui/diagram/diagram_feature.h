// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workbench/workbench.h"

namespace joinery::ui {

/// Diagrams of databases and of the project: pages, actions.
class DiagramFeature : public Feature
{
    Q_OBJECT
public:
    explicit DiagramFeature(Workbench &workbench);

private:
    void addActions();
};

} // namespace joinery::ui
