// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/navigator/catalog_nodes.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace joinery::ui {

namespace {

using Kind = NavigatorNode::Kind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Navigator)
};

NavigatorNode part(const QString &key, const QString &label, const QString &detail, const QString &iconName)
{
    NavigatorNode node;
    node.kind = Kind::Part;
    node.key = key;
    node.label = label;
    node.detail = detail;
    node.iconName = iconName;
    return node;
}

bool matches(const QString &text, const QString &filter)
{
    return filter.isEmpty() || text.contains(filter, Qt::CaseInsensitive);
}

bool columnMatches(const std::vector<schema::Column> &columns, const QString &filter)
{
    return std::any_of(columns.begin(), columns.end(), [&](const schema::Column &c) { return matches(c.name, filter); });
}

QString typeText(const schema::Type &type)
{
    return type.nativeText.isEmpty() ? type.toString() : type.nativeText;
}

void addColumns(NavigatorNode &node, const std::vector<schema::Column> &columns, const schema::Table *table, const QString &filter)
{
    QSet<QString> referring;
    if (table)
        for (const schema::ForeignKey &key : table->foreignKeys)
            for (const QString &column : key.columns)
                referring.insert(column);
    for (const schema::Column &column : columns) {
        if (!matches(column.name, filter))
            continue;
        const bool inKey = table && table->isInPrimaryKey(column.name);
        NavigatorNode line = part(u"column:" + column.name, column.name, typeText(column.type),
                                  inKey ? QStringLiteral("key")
                                  : referring.contains(column.name) ? QStringLiteral("foreign-key") : QStringLiteral("column"));
        QStringList words{column.name + u' ' + typeText(column.type)};
        if (inKey)
            words.append(Text::tr("primary key"));
        if (!column.nullable)
            words.append(Text::tr("not NULL"));
        if (!column.comment.isEmpty())
            words.append(column.comment);
        line.toolTip = words.join(QStringLiteral("\n"));
        if (node.location) {
            line.location = node.location;
            line.location->column = column.name;
        }
        line.connection = node.connection;
        node.add(std::move(line));
    }
}

QString indexColumns(const schema::Index &index)
{
    QStringList names;
    for (const schema::IndexItem &item : index.items)
        names.append(item.column.isEmpty() ? item.expression : item.column);
    return names.join(QStringLiteral(", "));
}

void addTableParts(NavigatorNode &node, const schema::Table &table)
{
    addColumns(node, table.columns, &table, {});
    for (const schema::ForeignKey &key : table.foreignKeys) {
        NavigatorNode line = part(u"fk:" + key.name + key.columns.join(u','), key.columns.join(QStringLiteral(", ")),
                                  QStringLiteral("→ ") + key.referredTable.toString(), QStringLiteral("link"));
        line.toolTip = Text::tr("Foreign key %1").arg(key.name) + u'\n' + key.columns.join(QStringLiteral(", ")) + QStringLiteral(" → ") +
                       key.referredTable.toString() + QStringLiteral(" (") + key.referredColumns.join(QStringLiteral(", ")) + u')';
        node.add(std::move(line));
    }
    for (const schema::Unique &unique : table.uniques)
        node.add(part(u"unique:" + unique.name + unique.columns.join(u','),
                      unique.name.isEmpty() ? unique.columns.join(QStringLiteral(", ")) : unique.name, Text::tr("unique"),
                      QStringLiteral("unique")));
    for (const schema::Index &index : table.indexes) {
        NavigatorNode line = part(u"index:" + index.name, index.name, index.unique ? Text::tr("unique") : QString(),
                                  QStringLiteral("index"));
        line.toolTip = Text::tr("Index on %1").arg(indexColumns(index));
        if (line.detail.isEmpty())
            line.detail = indexColumns(index);
        node.add(std::move(line));
    }
}

NavigatorNode object(const QString &key, const QString &label, const QString &iconName, ConnectionItem *connection)
{
    NavigatorNode node;
    node.key = key;
    node.label = label;
    node.iconName = iconName;
    node.connection = connection;
    return node;
}

NavigatorNode group(const QString &key, const QString &label, ConnectionItem *connection)
{
    NavigatorNode node = object(key, label, {}, connection);
    node.kind = Kind::Group;
    return node;
}

/// The group goes into the tree where it holds something.
void addGroup(NavigatorNode &parent, NavigatorNode made)
{
    if (made.children.empty())
        return;
    made.detail = QLocale().toString(qlonglong(made.children.size()));
    NavigatorNode &kept = parent.add(std::move(made));
    for (auto &child : kept.children)
        child->parent = &kept;
}

template <class T>
std::vector<const T *> sorted(const std::vector<T> &objects)
{
    std::vector<const T *> result;
    result.reserve(objects.size());
    for (const T &object : objects)
        result.push_back(&object);
    std::sort(result.begin(), result.end(), [](const T *a, const T *b) {
        return QString::localeAwareCompare(a->name.toString(), b->name.toString()) < 0;
    });
    return result;
}

void addTables(NavigatorNode &parent, const schema::CatalogPtr &catalog, ConnectionItem *connection, const QString &filter)
{
    NavigatorNode tables = group(QStringLiteral("tables"), Text::tr("Tables"), connection);
    for (const schema::Table *table : sorted(catalog->tables)) {
        const bool named = matches(table->name.toString(), filter);
        if (!named && !columnMatches(table->columns, filter))
            continue;
        NavigatorNode node = object(u"table:" + table->name.toString(), table->name.toString(), QStringLiteral("table"), connection);
        Location location;
        location.kind = Location::Kind::Table;
        location.connection = connection->id();
        location.name = table->name;
        node.location = location;
        node.toolTip = table->comment;
        if (table->estimatedRows)
            node.detail = rowCountText(*table->estimatedRows);
        if (named)
            node.load = [catalog, table](NavigatorNode &self) { addTableParts(self, *table); };
        else
            addColumns(node, table->columns, table, filter);
        NavigatorNode &kept = tables.add(std::move(node));
        for (auto &child : kept.children)
            child->parent = &kept;
    }
    addGroup(parent, std::move(tables));
}

void addViews(NavigatorNode &parent, const schema::CatalogPtr &catalog, ConnectionItem *connection, const QString &filter)
{
    NavigatorNode views = group(QStringLiteral("views"), Text::tr("Views"), connection);
    for (const schema::View *view : sorted(catalog->views)) {
        if (!matches(view->name.toString(), filter))
            continue;
        NavigatorNode node = object(u"view:" + view->name.toString(), view->name.toString(), QStringLiteral("view"), connection);
        Location location;
        location.connection = connection->id();
        location.name = view->name;
        node.location = location;
        node.detail = view->materialized ? Text::tr("materialized") : QString();
        if (!view->columns.empty())
            node.load = [catalog, view](NavigatorNode &self) { addColumns(self, view->columns, nullptr, {}); };
        views.add(std::move(node));
    }
    addGroup(parent, std::move(views));
}

void addOthers(NavigatorNode &parent, const schema::CatalogPtr &catalog, ConnectionItem *connection, const QString &filter)
{
    NavigatorNode enums = group(QStringLiteral("enums"), Text::tr("Enums"), connection);
    for (const schema::EnumType *type : sorted(catalog->enums))
        if (matches(type->name.toString(), filter)) {
            NavigatorNode node = object(type->name.toString(), type->name.toString(), QStringLiteral("enum"), connection);
            node.toolTip = type->values.join(QStringLiteral(", "));
            enums.add(std::move(node));
        }
    addGroup(parent, std::move(enums));
    NavigatorNode sequences = group(QStringLiteral("sequences"), Text::tr("Sequences"), connection);
    for (const schema::Sequence *sequence : sorted(catalog->sequences))
        if (matches(sequence->name.toString(), filter))
            sequences.add(object(sequence->name.toString(), sequence->name.toString(), QStringLiteral("number"), connection));
    addGroup(parent, std::move(sequences));

    using Definition = schema::Definition;
    NavigatorNode routines = group(QStringLiteral("routines"), Text::tr("Functions"), connection);
    NavigatorNode triggers = group(QStringLiteral("triggers"), Text::tr("Triggers"), connection);
    NavigatorNode others = group(QStringLiteral("others"), Text::tr("Other objects"), connection);
    for (const Definition *definition : sorted(catalog->definitions)) {
        const QString name = definition->name.toString();
        if (!matches(name, filter))
            continue;
        const bool routine = definition->kind == Definition::Kind::Function || definition->kind == Definition::Kind::Procedure ||
                             definition->kind == Definition::Kind::Aggregate;
        const bool trigger = definition->kind == Definition::Kind::Trigger;
        NavigatorNode node = object(name + definition->signature + definition->table.toString(), name,
                                    routine ? QStringLiteral("function") : trigger ? QStringLiteral("bolt") : QStringLiteral("file"),
                                    connection);
        node.detail = trigger ? definition->table.toString() : definition->signature;
        node.toolTip = definition->createSql;
        (routine ? routines : trigger ? triggers : others).add(std::move(node));
    }
    addGroup(parent, std::move(routines));
    addGroup(parent, std::move(triggers));
    addGroup(parent, std::move(others));
}

} // namespace

void addCatalogNodes(NavigatorNode &parent, const schema::CatalogPtr &catalog, ConnectionItem *connection, const QString &filter)
{
    addTables(parent, catalog, connection, filter);
    addViews(parent, catalog, connection, filter);
    addOthers(parent, catalog, connection, filter);
}

void addModelNodes(NavigatorNode &parent, const schema::CatalogPtr &models, const QString &filter)
{
    for (const schema::Table *table : sorted(models->tables)) {
        const bool named = matches(table->name.toString(), filter);
        if (!named && !columnMatches(table->columns, filter))
            continue;
        NavigatorNode node = object(table->uid.toString(), table->name.toString(), QStringLiteral("table"), nullptr);
        Location location;
        location.kind = Location::Kind::Model;
        location.uid = table->uid;
        node.location = location;
        node.toolTip = table->comment;
        if (named)
            node.load = [models, table](NavigatorNode &self) { addTableParts(self, *table); };
        else
            addColumns(node, table->columns, table, filter);
        NavigatorNode &kept = parent.add(std::move(node));
        for (auto &child : kept.children)
            child->parent = &kept;
    }
}

QString rowCountText(qint64 rows)
{
    const QLocale locale;
    if (rows < 1000000)
        return locale.toString(rows);
    const double millions = double(rows) / 1e6;
    return Text::tr("~%1 M", "rows, in millions").arg(locale.toString(millions, 'f', millions < 10 && rows % 1000000 != 0 ? 1 : 0));
}

} // namespace joinery::ui
