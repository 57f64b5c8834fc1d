// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/edit/row_commands.h"

#include "core/session/typed_text.h"

namespace joinery::ui {

using driver::Value;

namespace {

using NewRow = QMap<QString, Value>;

struct Plan
{
    std::vector<std::pair<QModelIndex, Value>> cells;
    std::vector<NewRow> rows;
};

QString placeText(const GridModel &model, const QModelIndex &index)
{
    return GridModel::tr("%1 in row %2").arg(model.columns()[size_t(index.column())].name).arg(model.position(index.row()) + 1);
}

/// Empty and unquoted: NULL where the column takes it.
Result<Value> valueOf(const GridModel &model, const PastedCell &cell, int column, const Value &before)
{
    const GridColumn &to = model.columns()[size_t(column)];
    if (cell.text.isEmpty() && !cell.quoted && to.nullable)
        return Value::null();
    return session::valueFromText(cell.text, to.type, before, model.hasLooseTypes());
}

/// The columns that the first line names, where every word of it is one.
std::optional<QList<int>> headings(const GridModel &model, const PastedBlock &block)
{
    if (block.size() < 2)
        return std::nullopt;
    QList<int> columns;
    for (const PastedCell &cell : block.front()) {
        const auto at = std::ranges::find(model.columns(), cell.text, &GridColumn::name);
        if (at == model.columns().end())
            return std::nullopt;
        columns.append(int(at - model.columns().begin()));
    }
    return columns;
}

QString planRow(const GridModel &model, int row, const std::vector<PastedCell> &cells, const QList<int> &columns, Plan &plan)
{
    const bool isNew = row >= model.rowCount();
    NewRow fresh;
    for (size_t i = 0; i < cells.size() && qsizetype(i) < columns.size(); ++i) {
        const int column = columns.at(qsizetype(i));
        const GridColumn &to = model.columns()[size_t(column)];
        const QModelIndex index = isNew ? QModelIndex() : model.index(row, column);
        QString why;
        if (isNew && (to.isGenerated || (to.isGiven && cells[i].text.isEmpty() && !cells[i].quoted)))
            continue;
        if (!isNew && !model.mayEdit(index, &why))
            return GridModel::tr("%1: %2 Nothing was pasted.").arg(placeText(model, index), why);
        const Result<Value> value = valueOf(model, cells[i], column, isNew ? Value::null() : model.oldValue(index).value_or(Value::null()));
        if (!value)
            return GridModel::tr("%1: %2 Nothing was pasted.").arg(isNew ? to.name : placeText(model, index), value.error().message);
        if (isNew)
            fresh.insert(to.name, *value);
        else
            plan.cells.emplace_back(index, *value);
    }
    if (isNew)
        plan.rows.push_back(std::move(fresh));
    return {};
}

void run(GridModel &model, const Plan &plan)
{
    model.edits()->asOneStep([&] {
        for (const auto &[index, value] : plan.cells)
            model.setValue(index, value);
        model.edits()->change([&](session::ChangeSet &set) {
            for (const NewRow &row : plan.rows)
                set.insertRow(row);
        });
    });
}

QString refusalOf(const GridModel &model)
{
    if (!model.edits())
        return GridModel::tr("The rows of a result cannot be edited. Open the table to change it.");
    return model.edits()->isFrozen() ? GridModel::tr("A commit is under way.") : model.edits()->refusal();
}

} // namespace

QString pasteBlock(GridModel &model, const PastedBlock &block, const QModelIndexList &selected, const QList<int> &columns)
{
    if (const QString refusal = refusalOf(model); !refusal.isEmpty())
        return refusal;
    if (block.empty())
        return GridModel::tr("There is no text in the clipboard.");
    Plan plan;
    if (block.size() == 1 && block.front().size() == 1 && selected.size() > 1) {
        for (const QModelIndex &index : selected) {
            if (const QString why = planRow(model, index.row(), block.front(), {index.column()}, plan); !why.isEmpty())
                return why;
        }
        run(model, plan);
        return {};
    }
    int top = model.rowCount();
    qsizetype left = selected.isEmpty() ? 0 : columns.size();
    for (const QModelIndex &index : selected) {
        top = std::min(top, index.row());
        if (const qsizetype place = columns.indexOf(index.column()); place >= 0)
            left = std::min(left, place);
    }
    const QList<int> to = columns.mid(left);
    const std::optional<QList<int>> named = headings(model, block);
    for (size_t i = named ? 1 : 0; i < block.size(); ++i) {
        const QString why = planRow(model, top + int(i) - (named ? 1 : 0), block[i], named.value_or(to), plan);
        if (!why.isEmpty())
            return why;
    }
    run(model, plan);
    return {};
}

QString fillCells(GridModel &model, const QModelIndexList &cells, const Value &value)
{
    Plan plan;
    for (const QModelIndex &index : cells) {
        QString why;
        if (!model.mayEdit(index, &why))
            return why;
        plan.cells.emplace_back(index, value);
    }
    if (!plan.cells.empty())
        run(model, plan);
    return {};
}

QString fillText(GridModel &model, const QModelIndexList &cells, const QString &text)
{
    Plan plan;
    for (const QModelIndex &index : cells) {
        QString why;
        if (!model.mayEdit(index, &why))
            return why;
        const Result<Value> value = session::valueFromText(text, model.columns()[size_t(index.column())].type,
                                                           model.oldValue(index).value_or(Value::null()), model.hasLooseTypes());
        if (!value)
            return GridModel::tr("%1: %2 Nothing was changed.").arg(placeText(model, index), value.error().message);
        plan.cells.emplace_back(index, *value);
    }
    if (!plan.cells.empty())
        run(model, plan);
    return {};
}

QString fillDown(GridModel &model, const QModelIndexList &cells)
{
    if (const QString refusal = refusalOf(model); !refusal.isEmpty())
        return refusal;
    QMap<int, QList<int>> rows; // by column
    for (const QModelIndex &index : cells)
        rows[index.column()].append(index.row());
    Plan plan;
    for (auto column = rows.begin(); column != rows.end(); ++column) {
        std::ranges::sort(*column);
        const int from = column->size() == 1 ? column->front() - 1 : column->front();
        if (from < 0 || !model.isRead(from))
            return GridModel::tr("There is no row above to fill from.");
        const Value value = model.value(model.index(from, column.key()));
        if (value.isPart())
            return GridModel::tr("%1: only a part of it was read. Nothing was changed.").arg(placeText(model, model.index(from, column.key())));
        for (const int row : std::as_const(*column)) {
            const QModelIndex index = model.index(row, column.key());
            QString why;
            if (row == from)
                continue;
            if (!model.mayEdit(index, &why))
                return GridModel::tr("%1: %2 Nothing was changed.").arg(placeText(model, index), why);
            plan.cells.emplace_back(index, value);
        }
    }
    if (!plan.cells.empty())
        run(model, plan);
    return {};
}

QString duplicateRows(GridModel &model, const QList<int> &rows)
{
    if (const QString refusal = refusalOf(model); !refusal.isEmpty())
        return refusal;
    const session::RowSource &source = model.edits()->source();
    Plan plan;
    for (const int row : rows) {
        if (!model.isRead(row))
            return GridModel::tr("This row has not been read yet.");
        NewRow fresh;
        for (int i = 0; i < model.columnCount(); ++i) {
            const GridColumn &column = model.columns()[size_t(i)];
            const bool isKey = source.key.columns.contains(column.name);
            const Value value = model.value(model.index(row, i));
            if (value.isPart())
                return GridModel::tr("%1: only a part of it was read. Nothing was duplicated.").arg(placeText(model, model.index(row, i)));
            if (!column.isGenerated && !value.isDefault() && !(isKey && (column.isGiven || source.key.columns.size() == 1)))
                fresh.insert(column.name, value);
        }
        plan.rows.push_back(std::move(fresh));
    }
    run(model, plan);
    return {};
}

void revertCells(GridModel &model, const QModelIndexList &cells)
{
    if (!refusalOf(model).isEmpty())
        return;
    model.edits()->asOneStep([&] {
        for (const QModelIndex &index : cells) {
            const GridModel::RowState state = model.rowState(index.row());
            if (state == GridModel::RowState::Changed)
                model.setValue(index, model.oldValue(index).value_or(Value::null()));
            else if (state == GridModel::RowState::Added)
                model.setValue(index, Value::useDefault());
        }
    });
}

} // namespace joinery::ui
