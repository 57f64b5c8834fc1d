// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/designer/model_actions.h"

#include "ui/common/operation_text.h"
#include "ui/designer/foreign_key_dialog.h"
#include "ui/designer/new_table_dialog.h"
#include "ui/undo/model_edits.h"
#include "ui/workbench/workbench.h"

#include <QCoreApplication>
#include <QPointer>

namespace joinery::ui {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("ModelActions", text); }

void applyOrReport(Workbench &workbench, ProjectSession &project, const operation::Operations &operations,
                   const QString &text)
{
    if (const Status applied = project.apply(operations, text); !applied)
        workbench.report(applied.error(), tr("Not possible: %1").arg(text));
}

/// "drop index ix_book_title", one on each line; the last operation is what was asked for.
QString listOfOthers(const operation::Operations &operations)
{
    QStringList lines;
    for (size_t i = 0; i + 1 < operations.size(); ++i)
        lines.append(QStringLiteral("• ") + operationText(operations[i]));
    return lines.join(u'\n');
}

} // namespace

void newTable(QWidget *parent, Workbench &workbench, ProjectSession &project)
{
    auto *dialog = new NewTableDialog(project, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &NewTableDialog::created, &workbench, [&workbench](const Uid &table) {
        Location location;
        location.kind = Location::Kind::Model;
        location.uid = table;
        workbench.go(location);
    });
    dialog->open();
}

void newForeignKey(QWidget *parent, Workbench &, ProjectSession &project, const Uid &child, const Uid &parentTable)
{
    auto *dialog = new ForeignKeyDialog(project, child, parentTable, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void deleteTable(Workbench &workbench, ProjectSession &project, const Uid &uid)
{
    const schema::Catalog &catalog = project.document().catalog();
    const schema::Table *table = catalog.table(uid);
    if (!table)
        return;
    const operation::Operations operations = edits::dropTable(catalog, *table);
    const QString name = table->name.toString();
    const QString text = tr("delete table %1").arg(name);
    if (operations.size() == 1)
        return applyOrReport(workbench, project, operations, text);
    workbench.confirm(tr("Delete table %1?").arg(name),
                      tr("Other tables refer to %1. This goes with it:").arg(name) + u'\n' + listOfOthers(operations),
                      tr("Delete table and foreign keys"), true,
                      [&workbench, session = QPointer<ProjectSession>(&project), operations, text] {
                          if (session)
                              applyOrReport(workbench, *session, operations, text);
                      });
}

void deleteColumn(Workbench &workbench, ProjectSession &project, const Uid &uid, const QString &column)
{
    const schema::Catalog &catalog = project.document().catalog();
    const schema::Table *table = catalog.table(uid);
    if (!table || !table->column(column))
        return;
    const operation::Operations operations = edits::dropColumn(catalog, *table, column);
    const QString name = table->name.toString() + u'.' + column;
    const QString text = tr("delete column %1").arg(name);
    if (operations.size() == 1)
        return applyOrReport(workbench, project, operations, text);
    workbench.confirm(tr("Delete column %1?").arg(name),
                      tr("The column is in use. This goes with it:") + u'\n' + listOfOthers(operations),
                      tr("Delete column and what uses it"), true,
                      [&workbench, session = QPointer<ProjectSession>(&project), operations, text] {
                          if (session)
                              applyOrReport(workbench, *session, operations, text);
                      });
}

} // namespace joinery::ui
