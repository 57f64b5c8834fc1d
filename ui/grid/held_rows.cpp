// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/held_rows.h"

namespace joinery::ui {

std::optional<Exportable::Choice> heldRows(const GridModel &model, const QList<int> &rows, Exportable::Choice::What what)
{
    if (rows.isEmpty())
        return {};
    Exportable::Choice choice;
    choice.what = what;
    choice.rows = int(rows.size());
    for (const GridColumn &column : model.columns())
        choice.source.columns.push_back({column.name, column.type, column.typeText, {}, {}});
    auto block = std::make_shared<driver::RowBlock>(int(model.columns().size()));
    for (const int row : rows) {
        if (!model.isRead(row))
            return {};
        for (int column = 0; column < model.columnCount(); ++column) {
            const driver::Value value = model.value(model.index(row, column));
            if (value.isPart())
                return {};
            block->append(value.isDefault() ? driver::Value::null() : value);
        }
    }
    choice.source.rows = std::move(block);
    return choice;
}

} // namespace joinery::ui
