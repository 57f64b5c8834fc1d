// SPDX-License-Identifier: GPL-3.0-or-later
// What only the stored texts tell: names of constraints, checks, collations, generated expressions, conflict and
// deferrable clauses.
#include "core/dialect/catalog_rows.h"
#include "core/dialect/sqlite/inspector.h"
#include "core/sql/token.h"

namespace joinery::dialect {

using schema::Table;
using Clause = CreateTableText::Clause;

namespace {

QStringList namesOf(const std::vector<CreateTableText::KeyColumn> &columns)
{
    QStringList names;
    for (const CreateTableText::KeyColumn &column : columns)
        names.append(column.name);
    return names;
}

/// The columns of a key as SQL, where they say more than their names: collations and orders.
void keepColumnText(QMap<QString, QString> &options, const SqliteDialect &dialect,
                    const std::vector<CreateTableText::KeyColumn> &columns)
{
    bool more = false;
    QStringList parts;
    for (const CreateTableText::KeyColumn &column : columns) {
        QString part = dialect.quoteIfNeeded(column.name);
        if (!column.collation.isEmpty())
            part += QLatin1String(" COLLATE ") + dialect.quoteIfNeeded(column.collation);
        if (column.descending)
            part += QLatin1String(" DESC");
        more = more || column.descending || !column.collation.isEmpty();
        parts.append(part);
    }
    if (more)
        options.insert(QStringLiteral("columns"), parts.join(QLatin1String(", ")));
}

schema::ForeignKeyAction actionOf(const QString &word)
{
    if (word == QLatin1String("CASCADE"))
        return schema::ForeignKeyAction::Cascade;
    if (word == QLatin1String("RESTRICT"))
        return schema::ForeignKeyAction::Restrict;
    if (word == QLatin1String("SET NULL"))
        return schema::ForeignKeyAction::SetNull;
    return word == QLatin1String("SET DEFAULT") ? schema::ForeignKeyAction::SetDefault : schema::ForeignKeyAction::NoAction;
}

} // namespace

void SqliteInspector::readText(Table &table)
{
    const std::optional<CreateTableText> text = CreateTableText::parse(table.storedDefinition);
    if (!text || text->open < 0) {
        m_unparsed.append(table.name.name);
        find(Severity::Warning, "IN101", table.name.name,
             QStringLiteral("The stored text of the table was not understood: its checks, its collations and the names of its "
                            "constraints are not shown."));
        return;
    }
    for (const CreateTableText::Column &column : text->columns)
        readColumnText(table, column);
    for (const Clause &clause : text->constraints)
        readConstraintText(table, clause, QString());
}

void SqliteInspector::readColumnText(Table &table, const CreateTableText::Column &text)
{
    schema::Column *column = table.column(text.name);
    if (!column)
        return;
    const QString &stored = table.storedDefinition;
    for (const Clause &clause : text.clauses) {
        switch (clause.kind) {
        case Clause::Kind::Collate:
            column->collation = sql::unquotedName(clause.text.in(stored));
            break;
        case Clause::Kind::Generated:
            if (column->computed)
                column->computed->expression = clause.text.in(stored);
            break;
        case Clause::Kind::NotNull:
            if (!clause.conflict.isEmpty())
                column->options.insert(QStringLiteral("notnull_conflict"), clause.conflict);
            if (!clause.name.isEmpty())
                column->options.insert(QStringLiteral("notnull_name"), clause.name);
            break;
        case Clause::Kind::Null:
        case Clause::Kind::Default:
            break;
        case Clause::Kind::PrimaryKey:
            if (clause.autoincrement)
                column->identity = schema::Identity{.kind = schema::Identity::Kind::Auto};
            [[fallthrough]];
        case Clause::Kind::Unique:
        case Clause::Kind::Check:
        case Clause::Kind::ForeignKey:
            readConstraintText(table, clause, column->name);
            break;
        }
    }
}

void SqliteInspector::readConstraintText(Table &table, const Clause &clause, const QString &column)
{
    const auto columns = [&] { return column.isEmpty() ? namesOf(clause.columns) : QStringList{column}; };
    switch (clause.kind) {
    case Clause::Kind::PrimaryKey: {
        schema::PrimaryKey key;
        key.name = clause.name;
        key.columns = columns();
        if (!clause.conflict.isEmpty())
            key.options.insert(QStringLiteral("conflict"), clause.conflict);
        if (clause.descending)
            key.options.insert(QStringLiteral("order"), QStringLiteral("DESC"));
        keepColumnText(key.options, m_dialect, clause.columns);
        if (clause.autoincrement && column.isEmpty() && !key.columns.isEmpty()) {
            if (schema::Column *counted = table.column(key.columns.first()))
                counted->identity = schema::Identity{.kind = schema::Identity::Kind::Auto};
        }
        table.primaryKey = key;
        break;
    }
    case Clause::Kind::Unique: {
        schema::Unique unique;
        unique.name = clause.name;
        unique.columns = columns();
        if (!clause.conflict.isEmpty())
            unique.options.insert(QStringLiteral("conflict"), clause.conflict);
        keepColumnText(unique.options, m_dialect, clause.columns);
        table.uniques.push_back(unique);
        break;
    }
    case Clause::Kind::Check: {
        schema::Check check;
        check.name = clause.name;
        check.expression = clause.text.in(table.storedDefinition);
        if (!column.isEmpty())
            check.options.insert(QStringLiteral("column"), column);
        table.checks.push_back(check);
        break;
    }
    case Clause::Kind::ForeignKey: {
        schema::ForeignKey key = foreignKey(clause);
        key.columns = columns();
        table.foreignKeys.push_back(key);
        break;
    }
    case Clause::Kind::NotNull:
    case Clause::Kind::Null:
    case Clause::Kind::Default:
    case Clause::Kind::Collate:
    case Clause::Kind::Generated:
        break;
    }
}

schema::ForeignKey SqliteInspector::foreignKey(const Clause &clause) const
{
    schema::ForeignKey key;
    key.name = clause.name;
    key.referredTable = nameOf(clause.referredTable);
    key.referredColumns = namesOf(clause.referredColumns);
    key.onDelete = clause.onDelete;
    key.onUpdate = clause.onUpdate;
    key.match = clause.match == QLatin1String("SIMPLE") ? QString() : clause.match;
    key.deferral = clause.deferral;
    return key;
}

Status SqliteInspector::readForeignKeysByPragma()
{
    const QString sql = QStringLiteral("SELECT m.name, f.id, f.\"table\", f.\"from\", f.\"to\", f.on_update, f.on_delete, f.\"match\" "
                                       "FROM %1 m, pragma_foreign_key_list(m.name, '%2') f WHERE m.type = 'table' "
                                       "ORDER BY m.rowid, f.id DESC, f.seq")
                            .arg(schemaTable("sqlite_schema"), QString(m_schema).replace(u'\'', QLatin1String("''")));
    JOINERY_TRY_VALUE(const CatalogRows rows, CatalogRows::fetch(m_connection, sql, m_token));
    qint64 lastId = -1;
    QString lastTable;
    for (int row = 0; row < rows.count(); ++row) {
        const QString name = rows.text(row, 0);
        if (!m_unparsed.contains(name))
            continue;
        Table &table = m_tables[m_tableAt.value(name)];
        if (name != lastTable || rows.integer(row, 1) != lastId) {
            schema::ForeignKey key;
            key.referredTable = nameOf(rows.text(row, 2));
            key.onUpdate = actionOf(rows.text(row, 5));
            key.onDelete = actionOf(rows.text(row, 6));
            table.foreignKeys.push_back(key);
        }
        lastTable = name;
        lastId = rows.integer(row, 1);
        table.foreignKeys.back().columns.append(rows.text(row, 3));
        if (!rows.isNull(row, 4))
            table.foreignKeys.back().referredColumns.append(rows.text(row, 4));
    }
    return {};
}

// SQLite matches names without case; the catalogue spells every name as its declaration does.
void SqliteInspector::resolveNames()
{
    QHash<QString, const Table *> byLowerName;
    for (const Table &table : m_tables)
        byLowerName.insert(table.name.name.toLower(), &table);
    const auto resolve = [](const Table &table, QString &column) {
        for (const schema::Column &declared : table.columns) {
            if (declared.name.compare(column, Qt::CaseInsensitive) == 0) {
                column = declared.name;
                return true;
            }
        }
        return false;
    };
    for (Table &table : m_tables) {
        const auto resolveAll = [&](QStringList &columns) {
            for (QString &column : columns)
                resolve(table, column);
        };
        if (table.primaryKey)
            resolveAll(table.primaryKey->columns);
        for (schema::Unique &unique : table.uniques)
            resolveAll(unique.columns);
        for (schema::Index &index : table.indexes) {
            for (schema::IndexItem &item : index.items) {
                // "name" that is no column is a string, and so an expression: SQLite's old forgiveness.
                if (!item.column.isEmpty() && !resolve(table, item.column) && item.column.toLower() != QLatin1String("rowid"))
                    item = {.expression = m_dialect.quote(item.column), .descending = item.descending, .collation = item.collation};
            }
        }
        for (schema::ForeignKey &key : table.foreignKeys) {
            resolveAll(key.columns);
            const Table *referred = byLowerName.value(key.referredTable.name.toLower());
            if (!referred) {
                find(Severity::Warning, "IN105", table.name.name,
                     QStringLiteral("A foreign key refers to the table %1, which is not there.").arg(key.referredTable.name));
                continue;
            }
            key.referredTable = referred->name;
            for (QString &column : key.referredColumns)
                resolve(*referred, column);
        }
    }
}

Status SqliteInspector::estimate(std::vector<Table> &tables)
{
    QHash<QString, qint64> known;
    JOINERY_TRY_VALUE(const CatalogRows has,
                      CatalogRows::fetch(m_connection, QStringLiteral("SELECT 1 FROM %1 WHERE name = 'sqlite_stat1'")
                                                           .arg(schemaTable("sqlite_schema")), m_token));
    if (has.count() > 0) {
        JOINERY_TRY_VALUE(const CatalogRows rows,
                          CatalogRows::fetch(m_connection, QStringLiteral("SELECT tbl, stat FROM %1 WHERE stat IS NOT NULL")
                                                               .arg(schemaTable("sqlite_stat1")), m_token));
        for (int row = 0; row < rows.count(); ++row)
            known.insert(rows.text(row, 0), rows.text(row, 1).section(u' ', 0, 0).toLongLong());
    }
    QStringList asked;
    std::vector<Table *> order;
    const auto ask = [&]() -> Status {
        if (asked.isEmpty())
            return {};
        JOINERY_TRY_VALUE(const CatalogRows rows, CatalogRows::fetch(m_connection, asked.join(QLatin1String(" UNION ALL ")), m_token));
        for (int row = 0; row < rows.count() && size_t(row) < order.size(); ++row)
            order[size_t(row)]->estimatedRows = std::max<qint64>(0, rows.integer(row, 0));
        asked.clear();
        order.clear();
        return {};
    };
    for (Table &table : tables) {
        if (known.contains(table.name.name)) {
            table.estimatedRows = known.value(table.name.name);
        } else if (!table.options.contains(QStringLiteral("without_rowid"))) {
            // Any of its three names may be taken by a column.
            for (const QLatin1String rowid : {QLatin1String("rowid"), QLatin1String("_rowid_"), QLatin1String("oid")}) {
                const bool taken = std::ranges::any_of(table.columns, [&](const schema::Column &column) {
                    return column.name.compare(rowid, Qt::CaseInsensitive) == 0;
                });
                if (taken)
                    continue;
                asked.append(QStringLiteral("SELECT max(%1) FROM %2.%3").arg(rowid, m_dialect.quote(m_schema), m_dialect.quote(table.name.name)));
                order.push_back(&table);
                break;
            }
        }
        if (asked.size() == 400) // a compound SELECT has 500 terms at most
            JOINERY_TRY(ask());
    }
    return ask();
}

} // namespace joinery::dialect
