// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/frozen_columns.h"
#include "ui/grid/grid_page.h"
#include "ui/grid/grid_toolbar.h"
#include "ui/grid/kept_table.h"

#include <QInputDialog>
#include <QMenu>

/// What is remembered of the table of the tab: how it is shown, and the filters that were given a name.
namespace joinery::ui {

void GridPage::hideColumn(int column)
{
    if (column < 0 || m_view->table().shownColumns().size() < 2)
        return;
    TableLook look = m_view->table().look();
    look.hidden.append(m_view->model().columns()[size_t(column)].name);
    m_view->table().setLook(look);
    m_kept->setLook(look);
}

void GridPage::setHidden(const QStringList &columns)
{
    TableLook look = m_view->table().look();
    look.hidden = columns;
    m_view->table().setLook(look);
    m_kept->setLook(look);
}

void GridPage::freezeUpTo(int column)
{
    TableLook look = m_view->table().look();
    look.frozen = column < 0 ? 0 : int(m_view->table().shownColumns().indexOf(column)) + 1;
    if (look.frozen >= m_view->table().shownColumns().size())
        return m_workbench.say(tr("One column at least has to scroll."));
    m_view->table().setLook(look);
    m_kept->setLook(look);
}

void GridPage::setLines(int lines)
{
    TableLook look = m_view->table().look();
    look.lines = qBound(1, lines, 8);
    m_view->table().setLook(look);
    m_kept->setLook(look);
}

void GridPage::forgetLook()
{
    TableLook look;
    for (const GridColumn &column : m_view->model().columns())
        look.order.append(column.name);
    m_view->table().setLook(look);
    m_view->table().fitColumns();
    m_kept->setLook({});
}

void GridPage::saveFilter(const QString &name)
{
    if (name.trimmed().isEmpty())
        return;
    m_kept->save({name.trimmed(), m_source.where, m_source.filters});
    m_workbench.say(tr("The filter %1 is kept for %2.").arg(name.trimmed(), title()));
}

void GridPage::applySaved(const QString &name)
{
    const auto saved = std::ranges::find(m_kept->filters(), name, &SavedFilter::name);
    if (saved == m_kept->filters().end())
        return;
    session::RowSource source = asked();
    source.where = saved->where;
    source.filters = saved->filters;
    m_toolbar->setWhere(source.where);
    attempt(source);
}

void GridPage::askFilterName()
{
    if (!m_source.isFiltered())
        return m_workbench.say(tr("There is no condition to keep: filter the rows first."));
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::TextInput);
    dialog->setWindowTitle(tr("Keep the filter"));
    dialog->setLabelText(tr("Name"));
    dialog->setOkButtonText(tr("Keep"));
    connect(dialog, &QInputDialog::textValueSelected, this, &GridPage::saveFilter);
    dialog->open();
}

void GridPage::fillSavedFilters(QMenu &menu)
{
    const auto shown = [](QString name) { return name.replace(u'&', QStringLiteral("&&")); };
    for (const SavedFilter &filter : m_kept->filters()) {
        QAction *item = menu.addAction(shown(filter.name));
        item->setCheckable(true);
        item->setChecked(filter.where == m_source.where && filter.filters == m_source.filters);
        connect(item, &QAction::triggered, this, [this, name = filter.name] { applySaved(name); });
    }
    if (m_kept->filters().empty())
        menu.addAction(tr("No filter was kept yet"))->setEnabled(false);
    menu.addSeparator();
    QAction *keep = menu.addAction(tr("Keep this filter …"));
    keep->setEnabled(m_source.isFiltered());
    connect(keep, &QAction::triggered, this, &GridPage::askFilterName);
    QMenu *forget = menu.addMenu(tr("Forget"));
    forget->setEnabled(!m_kept->filters().empty());
    for (const SavedFilter &filter : m_kept->filters())
        connect(forget->addAction(shown(filter.name)), &QAction::triggered, this, [this, name = filter.name] { m_kept->remove(name); });
}

} // namespace joinery::ui
