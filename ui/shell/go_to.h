// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/quick_pick.h"
#include "ui/workbench/workbench.h"

namespace joinery::ui {

/// Every place that there is: tables and columns of open connections, models, revisions, saved queries.
QList<QuickPick::Entry> placesToGo(Workbench &workbench);
/// Every action that has a text.
QList<QuickPick::Entry> commandsToRun(Workbench &workbench);

} // namespace joinery::ui
