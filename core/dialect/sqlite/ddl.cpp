// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/sqlite/sqlite_ddl.h"

#include "core/dialect/sqlite/create_table_text.h"
#include "core/dialect/sqlite/sqlite_dialect.h"
#include "core/operation/lookup.h"
#include "core/schema/sql_text.h"

namespace joinery::dialect {

using namespace operation;
using schema::Column;
using schema::Default;
using schema::Table;

std::unique_ptr<DdlWriter> SqliteDialect::ddlWriter(const schema::Catalog &before, int serverVersion) const
{
    return std::make_unique<SqliteDdl>(*this, before, serverVersion);
}

// --- clauses

QString SqliteDdl::typeText(const schema::Type &type) const { return m_dialect.typeText(withEnumValues(type, m_before)); }

QString SqliteDdl::computedText(const schema::Computed &computed) const
{
    return QStringLiteral("GENERATED ALWAYS AS (%1) %2")
        .arg(computed.expression, QLatin1String(computed.stored ? "STORED" : "VIRTUAL"));
}

QString SqliteDdl::defaultClause(const Column &column) const
{
    const QString value = m_dialect.defaultText(*column.defaultValue, column.type);
    static const QStringList bare{QStringLiteral("CURRENT_TIMESTAMP"), QStringLiteral("CURRENT_DATE"),
                                  QStringLiteral("CURRENT_TIME"), QStringLiteral("NULL"), QStringLiteral("TRUE"),
                                  QStringLiteral("FALSE")};
    const QChar first = value.isEmpty() ? QChar() : value.at(0);
    const bool closed = first == u'(' && CreateTableText::parse(QLatin1String("CREATE TABLE t(a DEFAULT ") + value + u')').has_value()
        && value.endsWith(u')');
    bool number = false;
    value.toDouble(&number);
    const bool plain = column.defaultValue->kind == Default::Kind::Literal || bare.contains(value.toUpper()) || number
        || closed || (first == u'\'' && value.endsWith(u'\'') && value.count(u'\'') % 2 == 0)
        || (first == u'"' && value.endsWith(u'"')) || value.startsWith(QLatin1String("x'"), Qt::CaseInsensitive);
    return QLatin1String("DEFAULT ") + (plain ? value : QString(u'(' + value + u')'));
}

/// Only an INTEGER PRIMARY KEY of the column itself can be AUTOINCREMENT, and only there can it be DESC without
/// turning into the rowid.
bool SqliteDdl::inlinesKey(const Table &table) const
{
    if (!table.primaryKey || table.primaryKey->columns.size() != 1)
        return false;
    const Column *column = table.column(table.primaryKey->columns.first());
    return column && (column->identity || table.primaryKey->options.contains(QStringLiteral("order")));
}

QString SqliteDdl::columnText(const Table &table, const Column &column) const
{
    QString type = typeText(column.type);
    const bool isKey = inlinesKey(table) && table.isInPrimaryKey(column.name);
    if (isKey && column.identity)
        type = QStringLiteral("INTEGER");
    QString line = type.isEmpty() ? id(column.name) : QString(id(column.name) + u' ' + type);
    if (isKey) {
        const schema::PrimaryKey &key = *table.primaryKey;
        if (!key.name.isEmpty())
            line += QLatin1String(" CONSTRAINT ") + id(key.name);
        line += QLatin1String(" PRIMARY KEY");
        if (key.options.contains(QStringLiteral("order")))
            line += u' ' + key.options.value(QStringLiteral("order"));
        if (key.options.contains(QStringLiteral("conflict")))
            line += QLatin1String(" ON CONFLICT ") + key.options.value(QStringLiteral("conflict"));
        if (column.identity)
            line += QLatin1String(" AUTOINCREMENT");
    }
    if (!column.nullable) {
        if (column.options.contains(QStringLiteral("notnull_name")))
            line += QLatin1String(" CONSTRAINT ") + id(column.options.value(QStringLiteral("notnull_name")));
        line += QLatin1String(" NOT NULL");
        if (column.options.contains(QStringLiteral("notnull_conflict")))
            line += QLatin1String(" ON CONFLICT ") + column.options.value(QStringLiteral("notnull_conflict"));
    }
    if (!column.collation.isEmpty())
        line += QLatin1String(" COLLATE ") + id(column.collation);
    if (column.computed)
        line += u' ' + computedText(*column.computed);
    else if (column.defaultValue)
        line += u' ' + defaultClause(column);
    for (const schema::Check &check : table.checks) {
        if (check.options.value(QStringLiteral("column")).compare(column.name, Qt::CaseInsensitive) == 0)
            line += u' ' + constraintText(check);
    }
    return line;
}

QString SqliteDdl::constraintText(const Constraint &constraint) const
{
    const auto more = [&](const QString &text, const QStringList &columns, const QMap<QString, QString> &options) {
        QString line = text;
        if (options.contains(QStringLiteral("columns")))
            line.replace(u'(' + ids(columns) + u')', u'(' + options.value(QStringLiteral("columns")) + u')');
        if (options.contains(QStringLiteral("conflict")))
            line += QLatin1String(" ON CONFLICT ") + options.value(QStringLiteral("conflict"));
        return line;
    };
    return std::visit(Overloaded{
        [&](schema::PrimaryKey key) {
            key.deferral = schema::Deferral::NotDeferrable;
            return more(DdlWriter::constraintText(key), key.columns, key.options);
        },
        [&](schema::Unique unique) {
            unique.deferral = schema::Deferral::NotDeferrable;
            unique.nullsNotDistinct = false;
            return more(DdlWriter::constraintText(unique), unique.columns, unique.options);
        },
        [&](schema::ForeignKey key) { return DdlWriter::constraintText(key); },
        [&](const schema::Check &check) { return DdlWriter::constraintText(check); },
        [&](const schema::Exclusion &) { return QString(); },
    }, constraint);
}

QStringList SqliteDdl::constraintLines(const Table &table, bool withForeignKeys) const
{
    Table plain = table;
    if (inlinesKey(table))
        plain.primaryKey.reset();
    std::erase_if(plain.checks, [](const schema::Check &check) { return check.options.contains(QStringLiteral("column")); });
    plain.exclusions.clear();
    return DdlWriter::constraintLines(plain, withForeignKeys);
}

QString SqliteDdl::createTableText(const Table &table, bool withForeignKeys) const
{
    return table.storedDefinition.isEmpty() ? DdlWriter::createTableText(table, withForeignKeys) : table.storedDefinition;
}

QString SqliteDdl::tableOptions(const Table &table) const
{
    QStringList parts;
    if (table.options.contains(QStringLiteral("without_rowid")))
        parts << QStringLiteral("WITHOUT ROWID");
    if (table.options.contains(QStringLiteral("strict")))
        parts << QStringLiteral("STRICT");
    return parts.isEmpty() ? QString() : QString(u' ' + parts.join(QLatin1String(", ")));
}

QString SqliteDdl::indexText(const Name &table, const schema::Index &index, bool) const
{
    QStringList items;
    const QStringList ascending = index.options.value(QStringLiteral("ascending")).split(u',');
    for (const schema::IndexItem &item : index.items) {
        QString text = item.expression.isEmpty() ? id(item.column) : item.expression;
        if (!item.collation.isEmpty())
            text += QLatin1String(" COLLATE ") + id(item.collation);
        if (item.descending)
            text += QLatin1String(" DESC");
        else if (ascending.contains(QString::number(items.size() + 1)))
            text += QLatin1String(" ASC");
        items << text;
    }
    QString sql = QStringLiteral("CREATE %1INDEX %2 ON %3 (%4)")
                      .arg(QLatin1String(index.unique ? "UNIQUE " : ""), id(index.name), id(table), items.join(QLatin1String(", ")));
    return index.where.isEmpty() ? sql : QString(sql + QLatin1String(" WHERE ") + index.where);
}

void SqliteDdl::addView(const schema::View &view)
{
    if (view.storedDefinition.isEmpty())
        DdlWriter::addView(view);
    else
        add(view.storedDefinition);
}

void SqliteDdl::addDefinition(const schema::Definition &definition)
{
    add(definition.createSql.trimmed()); // a trigger is one statement, whatever stands in it
}

// --- operations

bool SqliteDdl::isMentioned(const Name &tableName) const
{
    for (const schema::View &view : m_before.views) {
        if (schema::mentionsTable(view.query, tableName, QStringLiteral("sqlite")))
            return true;
    }
    return std::ranges::any_of(m_before.definitions, [&](const schema::Definition &definition) {
        return definition.table == tableName
            || schema::mentionsTable(definition.createSql, tableName, QStringLiteral("sqlite"));
    });
}

bool SqliteDdl::isNative(const Operation &operation) const
{
    if (const auto *o = std::get_if<AddColumn>(&operation)) {
        const Column &column = o->column;
        const Table &target = table(o->table);
        if (o->after && (target.columns.empty() || *o->after != target.columns.back().name))
            return false;
        if (!o->backfill.isEmpty() || column.identity || (column.computed && column.computed->stored))
            return false;
        if (!column.defaultValue)
            return column.nullable || column.computed;
        // An expression would have to be computed for the rows that are there.
        const QString value = defaultClause(column).mid(8).toUpper();
        const bool constant = !value.startsWith(u'(') && !value.startsWith(QLatin1String("CURRENT_"));
        return constant && (column.nullable || value != QLatin1String("NULL"));
    }
    if (const auto *o = std::get_if<DropColumn>(&operation))
        return !isMentioned(o->table) && table(o->table).columns.size() > 1;
    return !std::holds_alternative<AlterColumn>(operation) && !std::holds_alternative<AddConstraint>(operation)
        && !std::holds_alternative<DropConstraint>(operation) && !std::holds_alternative<RenameConstraint>(operation)
        && !std::holds_alternative<AlterTableOptions>(operation);
}

Status SqliteDdl::write(const AddColumn &o) { return isNative(o) ? DdlWriter::write(o) : rebuildFor(o); }
Status SqliteDdl::write(const DropColumn &o) { return isNative(o) ? DdlWriter::write(o) : rebuildFor(o); }
Status SqliteDdl::write(const AlterTableOptions &o) { return rebuildFor(o); }
Status SqliteDdl::write(const AlterColumn &o) { return rebuildFor(o); }
Status SqliteDdl::write(const AddConstraint &o) { return rebuildFor(o); }
Status SqliteDdl::write(const DropConstraint &o) { return rebuildFor(o); }
Status SqliteDdl::write(const RenameConstraint &o) { return rebuildFor(o); }

Status SqliteDdl::write(const DropIndex &o)
{
    add(QLatin1String("DROP INDEX ") + id(Name(o.table.schema, o.index.name)));
    return {};
}

Status SqliteDdl::write(const RenameIndex &o)
{
    JOINERY_TRY(write(DropIndex{o.table, o.index}));
    schema::Index renamed = o.index;
    const qsizetype known = indexOf(table(o.table).indexes, o.index);
    if (known >= 0)
        renamed = table(o.table).indexes[size_t(known)];
    renamed.name = o.to;
    addIndex(o.table, renamed);
    return {};
}

Status SqliteDdl::write(const ReplaceView &o)
{
    JOINERY_TRY(DdlWriter::write(DropView{o.from}));
    addView(o.to);
    // INSTEAD OF triggers went with the view.
    for (const schema::Definition &definition : m_before.definitions) {
        if (definition.table == o.from.name && o.from.name == o.to.name)
            addDefinition(definition);
    }
    return {};
}

} // namespace joinery::dialect
