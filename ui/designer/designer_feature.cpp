// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/designer/designer_feature.h"

#include "ui/designer/designer_page.h"
#include "ui/designer/model_actions.h"

namespace joinery::ui {

DesignerFeature::DesignerFeature(Workbench &workbench) : Feature(workbench)
{
    workbench.addOpener(Location::Kind::Model, [&workbench](const Location &location, const QJsonObject &) -> Page * {
        ProjectSession *project = workbench.project();
        if (!project)
            return nullptr;
        // A place that was written down by name alone finds its identity here.
        Location found = location;
        if (found.uid.isNull()) {
            if (const schema::Table *table = project->document().catalog().table(found.name))
                found.uid = table->uid;
        }
        if (!project->document().catalog().table(found.uid))
            return nullptr;
        return new DesignerPage(workbench, project, found);
    });
    const auto withProject = [this](auto act) {
        return [this, act] {
            if (ProjectSession *project = this->workbench().project())
                act(*project);
            else
                this->workbench().say(tr("Open or create a project first."));
        };
    };
    ActionRegistry &actions = workbench.actions();
    actions.add({QStringLiteral("model.newTable"), [] { return tr("New table in the model …"); }, QStringLiteral("table"), {},
                 withProject([this](ProjectSession &project) {
                     newTable(this->workbench().window(), this->workbench(), project);
                 })});
    actions.add({QStringLiteral("model.newForeignKey"), [] { return tr("New foreign key in the model …"); },
                 QStringLiteral("foreign-key"), {}, withProject([this](ProjectSession &project) {
                     const Page *page = this->workbench().currentPage();
                     newForeignKey(this->workbench().window(), this->workbench(), project,
                                   page ? page->location().uid : Uid(), {});
                 })});
}

} // namespace joinery::ui
