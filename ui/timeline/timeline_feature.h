// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workbench/workbench.h"

namespace joinery::ui {

/// The page of the project's revisions, and its actions.
class TimelineFeature : public Feature
{
    Q_OBJECT
public:
    explicit TimelineFeature(Workbench &workbench);
};

} // namespace joinery::ui
