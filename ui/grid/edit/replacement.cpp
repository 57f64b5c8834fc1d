// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/edit/replacement.h"

#include "core/session/typed_text.h"

namespace joinery::ui {

using driver::Value;
using session::RowChange;

namespace {

class Collector
{
public:
    Collector(const GridModel &model, const session::TextSearch &search, const QString &with) : m_model(model), m_search(search), m_with(with) {}

    Status add(Replacement::Cell cell, const Value &now, const Value &read)
    {
        if (now.isNull() || now.isDefault() || now.tag() == driver::ValueTag::Bytes)
            return {};
        if (now.isPart()) {
            ++m_result.parts;
            return {};
        }
        cell.was = now.toText();
        JOINERY_TRY_VALUE(const std::optional<QString> text, session::replaced(cell.was, m_search, m_with));
        if (!text || *text == cell.was)
            return {};
        const GridColumn &column = m_model.columns()[size_t(cell.index)];
        const Result<Value> value = session::valueFromText(*text, column.type, read, m_model.hasLooseTypes());
        if (!value) {
            if (m_result.refused++ == 0)
                m_result.refusal = value.error().message;
            return {};
        }
        cell.column = column.name;
        cell.text = *text;
        cell.value = *value;
        m_result.cells.push_back(std::move(cell));
        return {};
    }
    Replacement take() { return std::move(m_result); }

private:
    const GridModel &m_model;
    const session::TextSearch &m_search;
    const QString &m_with;
    Replacement m_result;
};

} // namespace

Result<Replacement> replacementIn(const GridModel &model, const QModelIndexList &cells, const session::TextSearch &search, const QString &with)
{
    Collector collector(model, search, with);
    for (const QModelIndex &index : cells) {
        if (!model.mayEdit(index))
            continue;
        Replacement::Cell cell;
        cell.index = index.column();
        const auto found = model.feed()->find(model.position(index.row()));
        if (found) {
            cell.key = model.edits()->source().keyOf(*found->block, found->row);
            for (int column = 0; column < model.columnCount(); ++column)
                cell.before.push_back(found->block->value(found->row, column));
        } else {
            cell.inserted = model.changeAt(index.row());
        }
        JOINERY_TRY(collector.add(std::move(cell), model.value(index), model.oldValue(index).value_or(Value::null())));
    }
    return collector.take();
}

Result<Replacement> replacementIn(const GridModel &model, const driver::RowBlock &rows, const session::TextSearch &search, const QString &with)
{
    Collector collector(model, search, with);
    const session::RowSource &source = model.edits()->source();
    const int index = int(source.table.columnIndex(search.column));
    for (int row = 0; index >= 0 && row < rows.rowCount(); ++row) {
        Replacement::Cell cell;
        cell.key = source.keyOf(rows, row);
        for (int column = 0; column < model.columnCount(); ++column)
            cell.before.push_back(rows.value(row, column));
        cell.index = index;
        const RowChange *staged = model.edits()->set().find(cell.key);
        if (staged && staged->kind == RowChange::Kind::Delete)
            continue;
        const Value read = rows.value(row, index);
        const Value now = staged && staged->values.contains(search.column) ? staged->values.value(search.column) : read;
        JOINERY_TRY(collector.add(std::move(cell), now, read));
    }
    return collector.take();
}

void stage(GridModel &model, const Replacement &replacement)
{
    model.edits()->change([&](session::ChangeSet &set) {
        for (const Replacement::Cell &cell : replacement.cells) {
            if (cell.inserted != 0)
                set.setInserted(cell.inserted, cell.column, cell.value);
            else
                set.setValue(cell.key, cell.before, cell.column, cell.index, cell.value);
        }
    });
}

} // namespace joinery::ui
