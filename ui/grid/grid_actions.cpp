// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/grid_actions.h"

#include "ui/grid/grid_feature.h"
#include "ui/grid/grid_page.h"

#include <QInputDialog>

namespace joinery::ui {

namespace {

QString translated(const char *text) { return GridFeature::tr(text); }

void goToRow(GridPage &grid)
{
    auto *dialog = new QInputDialog(grid.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::TextInput);
    dialog->setWindowTitle(GridFeature::tr("Go to row"));
    dialog->setLabelText(GridFeature::tr("Row number"));
    dialog->setOkButtonText(GridFeature::tr("Go"));
    QObject::connect(dialog, &QInputDialog::textValueSelected, &grid, [&grid](const QString &text) {
        bool isNumber = false;
        const qint64 number = text.trimmed().remove(u',').remove(u'.').toLongLong(&isNumber);
        if (isNumber)
            grid.goToRow(number);
    });
    dialog->open();
}

} // namespace

void addGridActions(ActionRegistry &actions, const std::function<GridPage *()> &page)
{
    using Act = std::function<void(GridPage &)>;
    const auto add = [&](const char *id, const char *text, const char *icon, Act act, const char *keys = "") {
        ActionRegistry::Spec spec;
        if (*keys)
            spec.shortcuts = {QKeySequence(QString::fromLatin1(keys), QKeySequence::PortableText)};
        spec.id = QString::fromLatin1(id);
        spec.text = [text] { return translated(text); };
        spec.iconName = QString::fromLatin1(icon);
        spec.trigger = [page, act = std::move(act)] {
            if (GridPage *grid = page())
                act(*grid);
        };
        actions.add(spec);
    };
    // Ins, Del and the like are keys of the grid itself: elsewhere in the window they mean something else.
    add("grid.addRow", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Add row"), "plus", [](GridPage &grid) { grid.addRow(); });
    add("grid.duplicateRows", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Duplicate the selected rows"), "copy",
        [](GridPage &grid) { grid.duplicateSelected(); });
    add("grid.deleteRows", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Delete the selected rows"), "minus",
        [](GridPage &grid) { grid.deleteSelected(); });
    add("grid.revertCells", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Revert the selected cells"), "undo",
        [](GridPage &grid) { grid.revertCells(); });
    add("grid.revertRows", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Revert the selected rows"), "undo",
        [](GridPage &grid) { grid.revertSelected(); });
    add("grid.setNull", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Set the selected cells to NULL"), "null",
        [](GridPage &grid) { grid.view().table().setSelected(driver::Value::null()); });
    add("grid.setEmpty", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Set the selected cells to an empty text"), "",
        [](GridPage &grid) { grid.view().table().setSelected(driver::Value::text(QString())); });
    add("grid.setDefault", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Set the selected cells to their default"), "",
        [](GridPage &grid) { grid.view().table().setSelected(driver::Value::useDefault()); });

    add("grid.fillDown", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Fill the selected cells from the one above"), "arrow-down",
        [](GridPage &grid) { grid.view().table().fillDown(); });

    add("grid.viewCell", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "View the cell …"), "eye", [](GridPage &grid) { grid.viewCell(); });
    add("grid.copy", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Copy the selected cells"), "copy",
        [](GridPage &grid) { grid.view().table().copySelection(); });
    const auto addCopy = [&](const char *id, CopyFormat format) {
        ActionRegistry::Spec spec;
        spec.id = QString::fromLatin1(id);
        spec.text = [format] { return GridFeature::tr("Copy as %1").arg(copyFormatText(format)); };
        spec.trigger = [page, format] {
            if (GridPage *grid = page())
                grid->view().table().copySelection(format);
        };
        actions.add(spec);
    };
    addCopy("grid.copyCsv", CopyFormat::Csv);
    addCopy("grid.copyJson", CopyFormat::Json);
    addCopy("grid.copyInsert", CopyFormat::Insert);
    addCopy("grid.copyUpdate", CopyFormat::Update);
    addCopy("grid.copyMarkdown", CopyFormat::Markdown);
    addCopy("grid.copyPython", CopyFormat::Python);
    addCopy("grid.copySqlAlchemy", CopyFormat::SqlAlchemy);
    add("grid.paste", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Paste cells (TSV or CSV)"), "paste",
        [](GridPage &grid) { grid.view().table().paste(); });

    add("grid.filterByValue", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Filter by this value"), "filter",
        [](GridPage &grid) { grid.filterByValue(true); });
    add("grid.excludeValue", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Exclude this value"), "",
        [](GridPage &grid) { grid.filterByValue(false); });
    add("grid.filterColumn", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Filter this column …"), "",
        [](GridPage &grid) { grid.askFilter(grid.view().table().currentIndex().column()); });
    add("grid.clearFilters", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Remove all filters of columns"), "",
        [](GridPage &grid) { grid.setFilters({}); });
    add("grid.sortUp", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Sort this column, smallest first"), "sort-asc",
        [](GridPage &grid) { grid.sortCurrent(false); });
    add("grid.sortDown", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Sort this column, largest first"), "sort-desc",
        [](GridPage &grid) { grid.sortCurrent(true); });
    add("grid.clearSort", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Do not sort"), "", [](GridPage &grid) { grid.setSort({}); });

    add("grid.goToReferred", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Go to the referred row"), "foreign-key",
        [](GridPage &grid) { grid.goToReferred(); });
    add("grid.referring", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Rows that refer to this one …"), "link",
        [](GridPage &grid) { grid.showReferring(); });
    add("grid.hideColumn", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Hide this column"), "eye-off",
        [](GridPage &grid) { grid.hideColumn(grid.view().table().currentIndex().column()); });
    add("grid.showColumns", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Show all columns"), "eye", [](GridPage &grid) { grid.setHidden({}); });
    add("grid.freeze", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Keep the columns up to this one in place"), "lock",
        [](GridPage &grid) { grid.freezeUpTo(grid.view().table().currentIndex().column()); });
    add("grid.unfreeze", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Let all columns scroll"), "unlock", [](GridPage &grid) { grid.freezeUpTo(-1); });
    add("grid.taller", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Higher rows"), "",
        [](GridPage &grid) { grid.setLines(grid.view().table().look().lines + 1); });
    add("grid.lower", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Lower rows"), "",
        [](GridPage &grid) { grid.setLines(grid.view().table().look().lines - 1); });
    add("grid.forgetLook", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Columns and rows as they were at first"), "",
        [](GridPage &grid) { grid.forgetLook(); });
    add("grid.keepFilter", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Keep this filter …"), "bookmark", [](GridPage &grid) { grid.askFilterName(); });
    add("grid.menu", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Menu of the selected cells"), "menu", [](GridPage &grid) { grid.view().table().askMenu(); });

    add("grid.replace", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Find and replace in a column …"), "search",
        [](GridPage &grid) { grid.find(true); }, "Ctrl+H");
    add("grid.condition", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Go to the condition (WHERE)"), "filter",
        [](GridPage &grid) { grid.focusCondition(); }, "Ctrl+Shift+F");
    add("grid.form", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Row as a form, or all rows"), "rows",
        [](GridPage &grid) { grid.showForm(!grid.isForm()); }, "F4");
    add("grid.preview", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Preview the SQL of the staged changes"), "code",
        [](GridPage &grid) { grid.preview(); });
    add("grid.goToRow", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Go to row …"), "", goToRow);
    add("grid.firstRow", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Go to the first row"), "", [](GridPage &grid) { grid.goToRow(1); });
    add("grid.lastRow", QT_TRANSLATE_NOOP("joinery::ui::GridFeature", "Go to the last row"), "",
        [](GridPage &grid) { grid.goToRow(grid.view().model().extent()); });
}

} // namespace joinery::ui
