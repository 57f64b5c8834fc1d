// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;
class QWidget;

namespace joinery::ui {

class ActionRegistry;
class GridPage;
class GridTable;

/// What can be done with the selected cells of a table and the rows they lead to; deletes itself.
QMenu *makeGridMenu(GridPage &page, ActionRegistry &actions);
/// What can be done with the current column.
QMenu *makeColumnMenu(GridPage &page, ActionRegistry &actions);
/// The cells of a result can be copied.
QMenu *makeResultMenu(GridTable &table);

} // namespace joinery::ui
