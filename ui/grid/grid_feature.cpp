// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/grid_feature.h"

#include "ui/grid/edit/commit_list.h"
#include "ui/grid/grid_actions.h"
#include "ui/grid/grid_page.h"

namespace joinery::ui {

GridFeature::GridFeature(Workbench &workbench) : Feature(workbench)
{
    workbench.addOpener(Location::Kind::Table, [&workbench](const Location &location, const QJsonObject &saved) -> Page * {
        return new GridPage(workbench, location, saved);
    });
    addGridActions(workbench.actions(), [this] { return page(); });
    ActionRegistry::Spec commits;
    commits.id = QStringLiteral("commits.show");
    commits.text = [] { return tr("Commits, to undo one …"); };
    commits.iconName = QStringLiteral("history");
    commits.trigger = [this] { showCommits(); };
    workbench.actions().add(commits);
    connect(&workbench, &Workbench::currentPageChanged, this, &GridFeature::follow);
    follow();
}

GridPage *GridFeature::page() const { return qobject_cast<GridPage *>(workbench().currentPage()); }

void GridFeature::showCommits()
{
    ConnectionItem *connection = workbench().currentConnection();
    if (!connection)
        return workbench().say(tr("No connection is selected."));
    auto *list = new CommitList(*connection, workbench().window());
    connect(list, &CommitList::undone, this, [this, id = connection->id(), name = connection->name()](const schema::Name &table) {
        workbench().say(tr("A commit to %1 in %2 was undone.").arg(table.toString(), name));
        for (Page *page : workbench().pages()) {
            if (page->connectionId() == id && page->location().name == table && qobject_cast<GridPage *>(page))
                page->perform(Verb::Refresh);
        }
    });
    list->open();
}

void GridFeature::follow()
{
    const bool grid = page() != nullptr;
    for (QAction *action : workbench().actions().all()) {
        if (workbench().actions().id(action).startsWith(u"grid."))
            action->setEnabled(grid);
    }
}

} // namespace joinery::ui
