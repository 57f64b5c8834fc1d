// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/grid_menu.h"

#include "ui/common/theme.h"
#include "ui/grid/grid_page.h"

#include <QMenu>

namespace joinery::ui {

namespace {

class Builder
{
public:
    Builder(QMenu &menu, ActionRegistry &actions) : m_menu(menu), m_actions(actions) {}

    /// An action of the registry; `keys` are those of the grid itself, which no shortcut knows.
    Builder &add(const char *id, bool enabled, const QString &keys = {})
    {
        QAction *known = m_actions.find(QString::fromLatin1(id));
        if (!known)
            return *this;
        QAction *item = m_menu.addAction(known->icon(), keys.isEmpty() ? known->text() : QString(known->text() % u'\t' % keys));
        item->setEnabled(enabled);
        item->setObjectName(known->objectName());
        QObject::connect(item, &QAction::triggered, known, &QAction::trigger);
        return *this;
    }
    void line() { m_menu.addSeparator(); }

private:
    QMenu &m_menu;
    ActionRegistry &m_actions;
};

QString keys(const QKeySequence &sequence) { return sequence.toString(QKeySequence::NativeText); }

QMenu *fresh(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

QMenu *addCopyMenu(QMenu &menu, GridTable &table, bool isOfATable)
{
    QMenu *formats = menu.addMenu(icon(QStringLiteral("copy")), GridTable::tr("Copy as"));
    for (const CopyFormat format : kCopyFormats) {
        if (!isOfTable(format) || isOfATable)
            QObject::connect(formats->addAction(copyFormatText(format)), &QAction::triggered, &table, [&table, format] { table.copySelection(format); });
    }
    return formats;
}

} // namespace

QMenu *makeGridMenu(GridPage &page, ActionRegistry &actions)
{
    QMenu *menu = fresh(&page);
    Builder builder(*menu, actions);
    GridTable &table = page.view().table();
    GridModel &model = page.view().model();
    const QModelIndex at = table.currentIndex();
    const bool some = at.isValid();
    const bool editable = some && page.mayEdit();
    const bool staged = some && model.changeAt(at.row()) != 0;
    builder.add("grid.copy", some, keys(QKeySequence::Copy));
    addCopyMenu(*menu, table, true)->setEnabled(some);
    builder.add("grid.paste", page.mayEdit(), keys(QKeySequence::Paste));
    builder.add("grid.viewCell", some, keys(QKeySequence(Qt::SHIFT | Qt::Key_Return)));
    builder.add("grid.form", some, keys(QKeySequence(Qt::Key_F4)));
    builder.add("grid.replace", some, keys(QKeySequence(Qt::CTRL | Qt::Key_H)));
    builder.line();
    builder.add("grid.setNull", editable && model.columns()[size_t(at.column())].nullable, keys(QKeySequence(Qt::CTRL | Qt::Key_0)));
    builder.add("grid.setDefault", editable, keys(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D)));
    builder.add("grid.setEmpty", editable, keys(QKeySequence(Qt::CTRL | Qt::Key_Backspace)));
    builder.add("grid.fillDown", editable, keys(QKeySequence(Qt::CTRL | Qt::Key_D)));
    builder.line();
    builder.add("grid.filterByValue", some).add("grid.excludeValue", some).add("grid.filterColumn", some);
    builder.add("grid.clearFilters", page.isFiltered());
    builder.add("grid.sortUp", some).add("grid.sortDown", some);
    builder.line();
    const std::optional<RelatedRows> referred = page.referred();
    builder.add("grid.goToReferred", referred.has_value());
    QMenu *referring = menu->addMenu(icon(QStringLiteral("link")), GridPage::tr("Rows that refer to this one"));
    page.fillReferring(*referring);
    referring->setEnabled(!referring->isEmpty());
    builder.line();
    builder.add("grid.addRow", page.mayEdit(), keys(QKeySequence(Qt::Key_Insert)));
    builder.add("grid.duplicateRows", editable);
    builder.add("grid.deleteRows", editable, keys(QKeySequence(Qt::Key_Delete)));
    builder.add("grid.revertCells", staged).add("grid.revertRows", staged);
    builder.add("commits.show", true);
    builder.line();
    builder.add("transfer.import", page.mayEdit()).add("transfer.export", true);
    builder.line();
    builder.add("grid.hideColumn", some && table.shownColumns().size() > 1);
    builder.add("grid.showColumns", table.shownColumns().size() < model.columnCount());
    return menu;
}

QMenu *makeColumnMenu(GridPage &page, ActionRegistry &actions)
{
    QMenu *menu = fresh(&page);
    Builder builder(*menu, actions);
    GridTable &table = page.view().table();
    builder.add("grid.sortUp", true).add("grid.sortDown", true).add("grid.clearSort", page.isSorted());
    builder.line();
    builder.add("grid.filterColumn", true).add("grid.clearFilters", page.isFiltered());
    builder.line();
    builder.add("grid.hideColumn", table.shownColumns().size() > 1);
    builder.add("grid.showColumns", table.shownColumns().size() < page.view().model().columnCount());
    builder.add("grid.freeze", table.shownColumns().size() > 1).add("grid.unfreeze", table.look().frozen > 0);
    builder.line();
    builder.add("grid.taller", true).add("grid.lower", table.look().lines > 1).add("grid.forgetLook", true);
    return menu;
}

QMenu *makeResultMenu(GridTable &table)
{
    QMenu *menu = fresh(&table);
    QAction *copy = menu->addAction(icon(QStringLiteral("copy")), GridTable::tr("Copy") + u'\t' + keys(QKeySequence::Copy));
    QObject::connect(copy, &QAction::triggered, &table, [&table] { table.copySelection(); });
    addCopyMenu(*menu, table, false);
    QAction *view = menu->addAction(icon(QStringLiteral("eye")), GridTable::tr("View the cell …") + u'\t' + keys(QKeySequence(Qt::SHIFT | Qt::Key_Return)));
    QObject::connect(view, &QAction::triggered, &table, &GridTable::viewAsked);
    menu->setEnabled(table.currentIndex().isValid());
    return menu;
}

} // namespace joinery::ui
