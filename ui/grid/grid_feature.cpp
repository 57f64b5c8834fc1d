// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/grid_feature.h"

#include "ui/grid/grid_actions.h"
#include "ui/grid/grid_page.h"

namespace joinery::ui {

GridFeature::GridFeature(Workbench &workbench) : Feature(workbench)
{
    workbench.addOpener(Location::Kind::Table, [&workbench](const Location &location, const QJsonObject &saved) -> Page * {
        return new GridPage(workbench, location, saved);
    });
    addGridActions(workbench.actions(), [this] { return page(); });
    connect(&workbench, &Workbench::currentPageChanged, this, &GridFeature::follow);
    follow();
}

GridPage *GridFeature::page() const { return qobject_cast<GridPage *>(workbench().currentPage()); }

void GridFeature::follow()
{
    const bool grid = page() != nullptr;
    for (QAction *action : workbench().actions().all()) {
        if (workbench().actions().id(action).startsWith(u"grid."))
            action->setEnabled(grid);
    }
}

} // namespace joinery::ui
