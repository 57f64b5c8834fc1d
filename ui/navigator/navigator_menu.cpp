// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/navigator/navigator_menu.h"

#include "core/builtin.h"
#include "ui/common/theme.h"

#include <QClipboard>
#include <QGuiApplication>

namespace joinery::ui {

namespace {

Location onConnection(Location::Kind kind, const ConnectionItem *connection, const QString &text = {})
{
    Location location;
    location.kind = kind;
    location.connection = connection->id();
    location.text = text;
    return location;
}

} // namespace

NavigatorMenu::NavigatorMenu(const NavigatorNode &node, QWidget *parent) : QMenu(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    if (node.kind == NavigatorNode::Kind::Connection && node.connection)
        addConnection(node.connection);
    else if (node.kind == NavigatorNode::Kind::Message && node.connection)
        addConnection(node.connection);
    else if (node.location)
        addObject(node);
    else if (node.kind == NavigatorNode::Kind::Group && node.connection)
        addAction(ui::icon(QStringLiteral("refresh")), tr("Refresh"), this,
                  [this, c = node.connection] { if (c) Q_EMIT verbRequested(c, ConnectionVerb::Open); });
    if (node.kind != NavigatorNode::Kind::Section && node.kind != NavigatorNode::Kind::Group)
        addCopy(node);
}

void NavigatorMenu::addConnection(ConnectionItem *connection)
{
    const auto verb = [this, connection = QPointer(connection)](const QString &iconName, const QString &text, ConnectionVerb what) {
        addAction(ui::icon(iconName), text, this, [this, connection, what] {
            if (connection)
                Q_EMIT verbRequested(connection, what);
        });
    };
    const auto place = [this, connection](const QString &iconName, const QString &text, Location::Kind kind) {
        addAction(ui::icon(iconName), text, this, [this, location = onConnection(kind, connection)] { Q_EMIT goRequested(location); });
    };
    switch (connection->state()) {
    case ConnectionItem::State::Closed: verb(QStringLiteral("plug"), tr("Connect"), ConnectionVerb::Open); break;
    case ConnectionItem::State::Failed: verb(QStringLiteral("plug"), tr("Try again"), ConnectionVerb::Open); break;
    case ConnectionItem::State::Connecting: verb(QStringLiteral("stop"), tr("Cancel"), ConnectionVerb::Cancel); break;
    case ConnectionItem::State::Open: verb(QStringLiteral("refresh"), tr("Refresh"), ConnectionVerb::Open); break;
    }
    if (connection->catalog()) {
        verb(QStringLiteral("unplug"), tr("Disconnect"), ConnectionVerb::Close);
        addSeparator();
        place(QStringLiteral("code"), tr("New SQL"), Location::Kind::NewQuery);
        place(QStringLiteral("diagram"), tr("Diagram"), Location::Kind::DatabaseDiagram);
        verb(QStringLiteral("folder"), tr("New project from this database…"), ConnectionVerb::NewProject);
    }
    addSeparator();
    verb(QStringLiteral("edit"), tr("Change…"), ConnectionVerb::Edit);
    verb(QStringLiteral("copy"), tr("Duplicate…"), ConnectionVerb::Duplicate);
    verb(QStringLiteral("trash"), tr("Remove…"), ConnectionVerb::Remove);
}

void NavigatorMenu::addObject(const NavigatorNode &node)
{
    const Location location = *node.location;
    const auto open = [this, location] { Q_EMIT goRequested(location); };
    switch (location.kind) {
    case Location::Kind::Table: {
        addAction(ui::icon(QStringLiteral("table")), tr("Open rows"), this, open);
        const dialect::Dialect *dialect = node.connection ? findDialect(node.connection->dialectName()) : nullptr;
        if (!dialect)
            break;
        QString name = dialect->quoteIfNeeded(location.name.name);
        if (!location.name.schema.isEmpty())
            name = dialect->quoteIfNeeded(location.name.schema) + u'.' + name;
        const Location query = onConnection(Location::Kind::NewQuery, node.connection, QStringLiteral("SELECT *\nFROM %1;\n").arg(name));
        addAction(ui::icon(QStringLiteral("code")), tr("New SQL on this table"), this, [this, query] { Q_EMIT goRequested(query); });
        const auto transfer = [this, location](const QString &iconName, const QString &text, Location::Kind kind) {
            Location of = location;
            of.kind = kind;
            of.column.clear();
            of.text.clear();
            addAction(ui::icon(iconName), text, this, [this, of] { Q_EMIT goRequested(of); });
        };
        if (!node.connection->isReadOnly())
            transfer(QStringLiteral("import"), tr("Import a file…"), Location::Kind::Import);
        transfer(QStringLiteral("export"), tr("Export rows…"), Location::Kind::Export);
        addAction(ui::icon(QStringLiteral("diagram")), tr("Show in the diagram"), this,
                  [this, diagram = onConnection(Location::Kind::DatabaseDiagram, node.connection)] { Q_EMIT goRequested(diagram); });
        break;
    }
    case Location::Kind::Model: addAction(ui::icon(QStringLiteral("edit")), tr("Edit the model"), this, open); break;
    default: addAction(ui::icon(QStringLiteral("external")), tr("Open"), this, open); break;
    }
}

void NavigatorMenu::addCopy(const NavigatorNode &node)
{
    addSeparator();
    const QString text = node.kind == NavigatorNode::Kind::Message ? node.toolTip : node.label;
    addAction(ui::icon(QStringLiteral("copy")), node.kind == NavigatorNode::Kind::Message ? tr("Copy the message") : tr("Copy the name"), this,
              [text] { QGuiApplication::clipboard()->setText(text); });
}

} // namespace joinery::ui
