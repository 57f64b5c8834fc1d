// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/catalog_tree.h"

namespace joinery::cli {

namespace {

using namespace schema;

QString defaultText(const Column &column)
{
    if (column.computed)
        return QStringLiteral(" generated as (%1)").arg(column.computed->expression);
    if (column.identity)
        return QStringLiteral(" identity");
    if (!column.defaultValue)
        return {};
    const bool literal = column.defaultValue->kind == Default::Kind::Literal;
    return QStringLiteral(" default ") + (literal ? QString(u'\'' + column.defaultValue->text + u'\'')
                                                  : column.defaultValue->text);
}

QString columnLine(const Table &table, const Column &column, const dialect::Dialect &dialect)
{
    QString line = column.name + u' ' + dialect.typeText(column.type);
    if (table.isInPrimaryKey(column.name))
        line += QStringLiteral(" primary key");
    else if (!column.nullable)
        line += QStringLiteral(" not null");
    line += defaultText(column);
    if (!column.comment.isEmpty())
        line += QStringLiteral("  -- ") + column.comment.section(u'\n', 0, 0);
    return line;
}

QString list(const QStringList &names)
{
    return u'(' + names.join(QStringLiteral(", ")) + u')';
}

QString named(const QString &what, const QString &name)
{
    return name.isEmpty() ? what : QString(what + u' ' + name);
}

QString actionText(const char *event, ForeignKeyAction action)
{
    static const QMap<ForeignKeyAction, QString> words = {
        {ForeignKeyAction::NoAction, {}},
        {ForeignKeyAction::Restrict, QStringLiteral("restrict")},
        {ForeignKeyAction::Cascade, QStringLiteral("cascade")},
        {ForeignKeyAction::SetNull, QStringLiteral("set null")},
        {ForeignKeyAction::SetDefault, QStringLiteral("set default")}};
    const QString word = words.value(action);
    return word.isEmpty() ? QString() : QStringLiteral(" on %1 %2").arg(QLatin1String(event), word);
}

QString foreignKeyLine(const ForeignKey &key)
{
    QString line = named(QStringLiteral("foreign key"), key.name) + u' ' + list(key.columns) +
                   QStringLiteral(" -> ") + key.referredTable.toString();
    if (!key.referredColumns.isEmpty())
        line += u' ' + list(key.referredColumns);
    return line + actionText("delete", key.onDelete) + actionText("update", key.onUpdate);
}

QString indexLine(const Index &index)
{
    QStringList items;
    for (const IndexItem &item : index.items)
        items.append((item.column.isEmpty() ? item.expression : item.column) +
                     (item.descending ? QStringLiteral(" desc") : QString()));
    QString line = named(index.unique ? QStringLiteral("unique index") : QStringLiteral("index"), index.name);
    line += u' ' + list(items);
    if (!index.method.isEmpty())
        line += QStringLiteral(" using ") + index.method;
    if (!index.where.isEmpty())
        line += QStringLiteral(" where ") + index.where;
    return line;
}

QStringList tableLines(const Table &table, const dialect::Dialect &dialect)
{
    QStringList lines;
    for (const Column &column : table.columns)
        lines.append(columnLine(table, column, dialect));
    if (table.primaryKey && table.primaryKey->columns.size() > 1)
        lines.append(named(QStringLiteral("primary key"), table.primaryKey->name) + u' ' + list(table.primaryKey->columns));
    for (const ForeignKey &key : table.foreignKeys)
        lines.append(foreignKeyLine(key));
    for (const Unique &unique : table.uniques)
        lines.append(named(QStringLiteral("unique"), unique.name) + u' ' + list(unique.columns));
    for (const Check &check : table.checks)
        lines.append(named(QStringLiteral("check"), check.name) + QStringLiteral(" (%1)").arg(check.expression));
    for (const Exclusion &exclusion : table.exclusions)
        lines.append(named(QStringLiteral("exclusion"), exclusion.name) + u' ' + exclusion.definition);
    for (const Index &index : table.indexes)
        lines.append(indexLine(index));
    return lines;
}

QString headLine(const Table &table)
{
    QString line = table.name.toString();
    if (table.estimatedRows)
        line += QStringLiteral("  (about %1 rows)").arg(*table.estimatedRows);
    if (!table.comment.isEmpty())
        line += QStringLiteral("  -- ") + table.comment.section(u'\n', 0, 0);
    return line;
}

QString block(const QString &head, const QStringList &lines)
{
    QString text = head + u'\n';
    for (const QString &line : lines)
        text += QStringLiteral("  ") + QString(line).replace(u'\n', u' ') + u'\n';
    return text;
}

} // namespace

QString catalogTree(const schema::Catalog &catalog, const dialect::Dialect &dialect)
{
    QString text;
    for (const Table &table : catalog.tables)
        text += block(headLine(table), tableLines(table, dialect));
    for (const View &view : catalog.views) {
        QStringList columns;
        for (const Column &column : view.columns)
            columns.append(column.name + u' ' + dialect.typeText(column.type));
        text += block((view.materialized ? QStringLiteral("materialized view ") : QStringLiteral("view ")) +
                          view.name.toString(), columns);
    }
    for (const EnumType &type : catalog.enums)
        text += block(QStringLiteral("enum ") + type.name.toString() + u' ' + list(type.values), {});
    for (const Sequence &sequence : catalog.sequences)
        text += block(QStringLiteral("sequence ") + sequence.name.toString(), {});
    for (const Definition &definition : catalog.definitions)
        text += block(definition.createSql.section(u'\n', 0, 0), {});
    return text;
}

} // namespace joinery::cli
