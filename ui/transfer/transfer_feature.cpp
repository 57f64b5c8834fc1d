// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/transfer_feature.h"

#include "core/worker/table_rows.h"
#include "ui/transfer/export_dialog.h"
#include "ui/transfer/import_dialog.h"
#include "ui/transfer/shape_choices.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>

namespace joinery::ui {

namespace {

/// The file of a drop that an import can read; empty where it is none, or more than one.
QString fileOf(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    if (urls.size() != 1 || !urls.front().isLocalFile())
        return {};
    static const QStringList endings = {QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("tab"), QStringLiteral("txt"),
                                        QStringLiteral("json"), QStringLiteral("ndjson"), QStringLiteral("jsonl"), QStringLiteral("sql")};
    const QString path = urls.front().toLocalFile();
    return endings.contains(endingOfPath(path)) ? path : QString();
}

/// All rows of a table that no page shows.
Exportable exportableOf(const schema::Catalog &catalog, const schema::Name &name, const QString &dialect)
{
    const session::RowSource source = worker::rowSource(catalog, name, dialect);
    Exportable rows;
    rows.name = name.name;
    for (const schema::Column &column : source.table.columns) {
        rows.columns.append(column.name);
        if (column.computed)
            rows.generated.append(column.name);
    }
    Exportable::Choice choice;
    choice.source.table = source;
    rows.choices.append(choice);
    return rows;
}

} // namespace

TransferFeature::TransferFeature(Workbench &workbench) : Feature(workbench)
{
    workbench.addOpener(Location::Kind::Import, [this](const Location &location, const QJsonObject &) -> Page * {
        showImport(location);
        return nullptr;
    });
    workbench.addOpener(Location::Kind::Export, [this](const Location &location, const QJsonObject &) -> Page * {
        if (ConnectionItem *connection = this->workbench().connection(location.connection))
            showExport(location.connection, exportableOf(*connection->catalog(), location.name, connection->dialectName()));
        return nullptr;
    });
    ActionRegistry::Spec import;
    import.id = QStringLiteral("transfer.import");
    import.text = [] { return tr("Import a file…"); };
    import.iconName = QStringLiteral("import");
    import.trigger = [this] { importFrom({}); };
    workbench.actions().add(import);
    ActionRegistry::Spec rows;
    rows.id = QStringLiteral("transfer.export");
    rows.text = [] { return tr("Export rows…"); };
    rows.iconName = QStringLiteral("export");
    rows.trigger = [this] { exportPage(); };
    workbench.actions().add(rows);
    connect(&workbench, &Workbench::currentPageChanged, this, &TransferFeature::follow);
    connect(&workbench, &Workbench::connectionsChanged, this, &TransferFeature::follow);
    follow();
}

void TransferFeature::follow()
{
    Page *page = workbench().currentPage();
    const ConnectionItem *connection = workbench().currentConnection();
    workbench().actions().find(QStringLiteral("transfer.import"))->setEnabled(connection && !connection->isReadOnly());
    workbench().actions().find(QStringLiteral("transfer.export"))->setEnabled(page && (page->kind() == u"grid" || page->kind() == u"sql"));
    if (page && page->kind() == u"grid") {
        page->setAcceptDrops(true);
        page->installEventFilter(this); // a second time only moves it to the front
    }
}

bool TransferFeature::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove) {
        auto *drag = static_cast<QDragMoveEvent *>(event);
        if (!fileOf(*drag->mimeData()).isEmpty()) {
            drag->acceptProposedAction();
            return true;
        }
        drag->ignore(); // the window may want it
        return true;
    }
    if (event->type() == QEvent::Drop) {
        auto *drop = static_cast<QDropEvent *>(event);
        const QString path = fileOf(*drop->mimeData());
        if (!path.isEmpty()) {
            drop->acceptProposedAction();
            importFrom(path);
            return true;
        }
    }
    return Feature::eventFilter(watched, event);
}

/// The table of the page in front; without a name where it shows none.
Location TransferFeature::currentTable() const
{
    Location location;
    if (const ConnectionItem *connection = workbench().currentConnection())
        location.connection = connection->id();
    if (const Page *page = workbench().currentPage(); page && page->location().kind == Location::Kind::Table) {
        location.connection = page->location().connection;
        location.name = page->location().name;
    }
    return location;
}

void TransferFeature::importFrom(const QString &path)
{
    Location location = currentTable();
    location.kind = Location::Kind::Import;
    location.text = path;
    showImport(location);
}

void TransferFeature::showImport(const Location &location)
{
    ConnectionItem *connection = workbench().connection(location.connection);
    if (!connection || !connection->catalog()) {
        workbench().say(tr("Connect to the database first that the file goes into."));
        return;
    }
    if (connection->isReadOnly()) {
        workbench().say(tr("The connection %1 is read-only: nothing can be imported.").arg(connection->name()));
        return;
    }
    auto *dialog = new ImportDialog(*connection, location.name, location.text, workbench().window());
    connect(dialog, &ImportDialog::imported, this,
            [this, id = location.connection](const schema::Name &table, bool made) { imported(id, table, made); });
    dialog->open();
}

void TransferFeature::imported(const QString &connection, const schema::Name &table, bool made)
{
    if (ConnectionItem *item = workbench().connection(connection); item && made)
        item->refresh();
    for (Page *page : workbench().pages()) {
        const Location shown = page->location();
        const bool concerned = shown.kind == Location::Kind::Table && shown.connection == connection && (table.name.isEmpty() || shown.name == table);
        if (concerned && page->can(Verb::Refresh))
            page->perform(Verb::Refresh);
    }
}

void TransferFeature::exportPage()
{
    const Page *page = workbench().currentPage();
    const Exportable rows = page ? page->exportable() : Exportable();
    if (rows.choices.isEmpty()) {
        workbench().say(tr("There are no rows here to export."));
        return;
    }
    showExport(page->connectionId(), rows);
}

void TransferFeature::showExport(const QString &connection, const Exportable &rows)
{
    ConnectionItem *item = workbench().connection(connection);
    if (!item)
        return;
    auto *dialog = new ExportDialog(*item, rows, workbench().window());
    dialog->open();
}

} // namespace joinery::ui
