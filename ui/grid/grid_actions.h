// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace joinery::ui {

class ActionRegistry;
class GridPage;

/// Everything that can be done in a grid, by name: for the palette, the list of shortcuts and the grid's own menu.
/// `page` gives the grid that is in front, nullptr for none.
void addGridActions(ActionRegistry &actions, const std::function<GridPage *()> &page);

} // namespace joinery::ui
