// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/grid_feature.h"

#include "ui/grid/grid_page.h"

#include <QInputDialog>

namespace joinery::ui {

GridFeature::GridFeature(Workbench &workbench) : Feature(workbench)
{
    workbench.addOpener(Location::Kind::Table, [&workbench](const Location &location, const QJsonObject &saved) -> Page * {
        return new GridPage(workbench, location, saved);
    });
    addActions();
    connect(&workbench, &Workbench::currentPageChanged, this, &GridFeature::follow);
    follow();
}

GridPage *GridFeature::page() const { return qobject_cast<GridPage *>(workbench().currentPage()); }

void GridFeature::addActions()
{
    const auto add = [this](const QString &id, const std::function<QString()> &text, const QString &icon, std::function<void(GridPage &)> act) {
        ActionRegistry::Spec spec;
        spec.id = id;
        spec.text = text;
        spec.iconName = icon;
        spec.trigger = [this, act = std::move(act)] {
            if (GridPage *grid = page())
                act(*grid);
        };
        workbench().actions().add(spec);
    };
    // Ins, Del and the like are keys of the grid itself: elsewhere in the window they mean something else.
    add(QStringLiteral("grid.addRow"), [] { return tr("Add row"); }, QStringLiteral("plus"), [](GridPage &grid) { grid.addRow(); });
    add(QStringLiteral("grid.deleteRows"), [] { return tr("Delete the selected rows"); }, QStringLiteral("minus"),
        [](GridPage &grid) { grid.deleteSelected(); });
    add(QStringLiteral("grid.revertRows"), [] { return tr("Revert the selected rows"); }, QStringLiteral("undo"),
        [](GridPage &grid) { grid.revertSelected(); });
    add(QStringLiteral("grid.setNull"), [] { return tr("Set the selected cells to NULL"); }, QStringLiteral("null"),
        [](GridPage &grid) { grid.view().table().setSelected(driver::Value::null()); });
    add(QStringLiteral("grid.setEmpty"), [] { return tr("Set the selected cells to an empty text"); }, QString(),
        [](GridPage &grid) { grid.view().table().setSelected(driver::Value::text(QString())); });
    add(QStringLiteral("grid.setDefault"), [] { return tr("Set the selected cells to their default"); }, QString(),
        [](GridPage &grid) { grid.view().table().setSelected(driver::Value::useDefault()); });
    add(QStringLiteral("grid.copy"), [] { return tr("Copy the selected cells"); }, QStringLiteral("copy"),
        [](GridPage &grid) { grid.view().table().copySelection(); });
    add(QStringLiteral("grid.preview"), [] { return tr("Preview the SQL of the staged changes"); }, QStringLiteral("code"),
        [](GridPage &grid) { grid.preview(); });
    add(QStringLiteral("grid.goToRow"), [] { return tr("Go to row …"); }, QString(), [this](GridPage &) { goToRow(); });
    add(QStringLiteral("grid.firstRow"), [] { return tr("Go to the first row"); }, QString(), [](GridPage &grid) { grid.goToRow(1); });
    add(QStringLiteral("grid.lastRow"), [] { return tr("Go to the last row"); }, QString(),
        [](GridPage &grid) { grid.goToRow(grid.view().model().extent()); });
}

void GridFeature::follow()
{
    const bool grid = page() != nullptr;
    for (QAction *action : workbench().actions().all()) {
        if (workbench().actions().id(action).startsWith(u"grid."))
            action->setEnabled(grid);
    }
}

void GridFeature::goToRow()
{
    auto *dialog = new QInputDialog(workbench().window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::TextInput);
    dialog->setWindowTitle(tr("Go to row"));
    dialog->setLabelText(tr("Row number"));
    dialog->setOkButtonText(tr("Go"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &text) {
        bool isNumber = false;
        const qint64 number = text.trimmed().remove(u',').remove(u'.').toLongLong(&isNumber);
        if (GridPage *grid = page(); grid && isNumber)
            grid->goToRow(number);
    });
    dialog->open();
}

} // namespace joinery::ui
