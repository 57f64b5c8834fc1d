// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/go_to.h"

#include <QCoreApplication>
#include <QPointer>

namespace joinery::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GoTo)
};

using Entry = QuickPick::Entry;

Entry place(Workbench &workbench, const QString &text, const QString &detail, const QString &right, const QString &iconName,
            const Location &location)
{
    return {text, detail, right, iconName, true, [workbench = QPointer(&workbench), location] {
                if (workbench)
                    workbench->go(location);
            }};
}

void addColumns(QList<Entry> &entries, Workbench &workbench, const std::vector<schema::Column> &columns, const QString &table,
                const QString &where, Location location)
{
    for (const schema::Column &column : columns) {
        location.column = column.name;
        entries.append(place(workbench, table + u'.' + column.name, where, column.type.toString(), QStringLiteral("column"), location));
    }
}

void addConnection(QList<Entry> &tables, QList<Entry> &columns, Workbench &workbench, const ConnectionItem &connection)
{
    if (!connection.catalog())
        return;
    Location location;
    location.kind = Location::Kind::Table;
    location.connection = connection.id();
    for (const schema::Table &table : connection.catalog()->tables) {
        location.name = table.name;
        tables.append(place(workbench, table.name.toString(), connection.name(), Text::tr("table"), QStringLiteral("table"), location));
        addColumns(columns, workbench, table.columns, table.name.toString(), connection.name(), location);
    }
    for (const schema::View &view : connection.catalog()->views) {
        location.name = view.name;
        tables.append(place(workbench, view.name.toString(), connection.name(), Text::tr("view"), QStringLiteral("view"), location));
    }
}

void addProject(QList<Entry> &entries, QList<Entry> &columns, Workbench &workbench, ProjectSession &project)
{
    Location model;
    model.kind = Location::Kind::Model;
    for (const schema::Table &table : project.document().catalog().tables) {
        model.uid = table.uid;
        entries.append(place(workbench, table.name.toString(), project.name(), Text::tr("model"), QStringLiteral("table"), model));
        addColumns(columns, workbench, table.columns, table.name.toString(), project.name(), model);
    }
    Location query;
    query.kind = Location::Kind::SavedQuery;
    for (const QString &name : project.project().queries()) {
        query.text = name;
        entries.append(place(workbench, name, project.name(), Text::tr("query"), QStringLiteral("code"), query));
    }
    Location revision;
    revision.kind = Location::Kind::Timeline;
    // A folder with a broken file is the timeline's matter: here only what can be read is offered.
    if (const auto contents = project.project().revisions().read())
        for (const migration::Revision &each : contents->revisions) {
            revision.text = each.id;
            entries.append(place(workbench, each.message, each.id, Text::tr("revision"), QStringLiteral("timeline"), revision));
        }
}

} // namespace

QList<QuickPick::Entry> placesToGo(Workbench &workbench)
{
    QList<Entry> entries;
    QList<Entry> columns;
    for (const ConnectionItem *connection : workbench.connections())
        addConnection(entries, columns, workbench, *connection);
    if (ProjectSession *project = workbench.project())
        addProject(entries, columns, workbench, *project);
    return entries + columns;
}

QList<QuickPick::Entry> commandsToRun(Workbench &workbench)
{
    QList<Entry> entries;
    for (QAction *action : workbench.actions().all()) {
        if (!action->isVisible() || action->text().isEmpty())
            continue;
        QString text = action->text();
        text.remove(u'&');
        entries.append({text, {}, action->shortcut().toString(QKeySequence::NativeText), workbench.actions().iconName(action), action->isEnabled(),
                        [action = QPointer(action)] {
                            if (action)
                                action->trigger();
                        }});
    }
    return entries;
}

} // namespace joinery::ui
