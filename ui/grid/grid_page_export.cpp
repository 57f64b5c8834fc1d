// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/grid_page.h"
#include "ui/grid/held_rows.h"
#include "ui/grid/kept_table.h"

namespace joinery::ui {

Exportable GridPage::exportable() const
{
    Exportable rows;
    if (!m_shown)
        return rows;
    rows.name = m_location.name.name;
    rows.hidden = m_kept->look().hidden;
    rows.hasStaged = isDirty();
    for (const schema::Column &column : m_source.table.columns) {
        rows.columns.append(column.name);
        if (column.computed)
            rows.generated.append(column.name);
    }
    using What = Exportable::Choice::What;
    Exportable::Choice all;
    all.source.table = m_source;
    all.source.table->where.clear();
    all.source.table->filters.clear();
    all.source.table->sort.clear();
    rows.choices.append(all);
    if (m_source.isFiltered() || !m_source.sort.empty()) {
        Exportable::Choice shown;
        shown.what = What::Shown;
        shown.source.table = m_source;
        rows.preferred = int(rows.choices.size());
        rows.choices.append(shown);
    }
    const QList<int> selected = m_view->table().selectedRows();
    if (auto held = heldRows(m_view->model(), selected, What::Selected)) {
        if (selected.size() > 1)
            rows.preferred = int(rows.choices.size());
        rows.choices.append(*std::move(held));
    }
    return rows;
}

} // namespace joinery::ui
