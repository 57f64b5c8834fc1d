// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/table_rows.h"
#include "ui/grid/cell/reference_picker.h"
#include "ui/grid/grid_page.h"

#include <QAbstractItemDelegate>

namespace joinery::ui {

namespace {

// One connection for all searches of the page, so that they wait for no rows and no rows for them.
worker::DbWorker &searchWorker(ConnectionItem &connection, QObject *page)
{
    const QString name = QStringLiteral("references");
    auto *worker = page->findChild<worker::DbWorker *>(name, Qt::FindDirectChildrenOnly);
    if (!worker) {
        worker = connection.createWorker(page);
        worker->setObjectName(name);
    }
    return *worker;
}

} // namespace

void GridPage::offerReferences(QLineEdit *editor, const QModelIndex &index)
{
    const schema::CatalogPtr catalog = m_connection ? m_connection->catalog() : nullptr;
    GridModel &model = m_view->model();
    const QString column = model.columns()[size_t(index.column())].name;
    const auto &keys = m_source.table.foreignKeys;
    const auto key = std::ranges::find_if(keys, [&](const schema::ForeignKey &known) { return known.columns.contains(column); });
    if (!catalog || key == keys.end() || !catalog->table(key->referredTable))
        return;
    ReferencePicker::Reference reference;
    reference.dialect = m_connection->dialectName();
    reference.source = worker::rowSource(*catalog, key->referredTable, reference.dialect);
    reference.columns = referredColumns(*catalog, *key);
    reference.nullable = true;
    QList<QPersistentModelIndex> cells;
    for (const QString &name : key->columns) {
        const QModelIndex cell = model.index(index.row(), int(m_source.table.columnIndex(name)));
        reference.current.push_back(model.value(cell));
        reference.nullable = reference.nullable && model.columns()[size_t(cell.column())].nullable;
        cells.append(cell);
    }
    const bool known = std::ranges::all_of(reference.columns, [&](const QString &name) { return reference.source.table.column(name); });
    if (!known || reference.columns.size() != cells.size() || reference.columns.isEmpty())
        return;
    auto *picker = new ReferencePicker(searchWorker(*m_connection, this), std::move(reference), *editor);
    connect(picker, &ReferencePicker::picked, this, [this, editor = QPointer(editor), cells](const std::vector<driver::Value> &values) {
        m_edits->asOneStep([&] {
            for (qsizetype i = 0; i < cells.size(); ++i) {
                if (cells.at(i).isValid())
                    m_view->model().setValue(cells.at(i), values[size_t(i)]);
            }
        });
        if (editor)
            Q_EMIT m_view->table().itemDelegate()->closeEditor(editor, QAbstractItemDelegate::RevertModelCache);
    });
}

} // namespace joinery::ui
