// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/uid.h"
#include "core/operation/operation.h"

class QWidget;

namespace joinery::ui {

class ProjectSession;
class Workbench;

// What the designer, the diagram and their menus let somebody do with the model. Dialogs open over `parent` and do not
// block; what goes wrong is said by the workbench.

void newTable(QWidget *parent, Workbench &workbench, ProjectSession &project);
/// `child` and `parentTable` are chosen in the dialog where they are given.
void newForeignKey(QWidget *parent, Workbench &workbench, ProjectSession &project, const Uid &child,
                   const Uid &parentTable);
/// Asks where other tables refer to it: their foreign keys go with it.
void deleteTable(Workbench &workbench, ProjectSession &project, const Uid &table);
/// Asks where something hangs on it, and says what goes with it.
void deleteColumn(Workbench &workbench, ProjectSession &project, const Uid &table, const QString &column);

} // namespace joinery::ui
