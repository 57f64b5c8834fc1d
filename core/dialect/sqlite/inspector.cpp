// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/sqlite/inspector.h"

#include "core/dialect/catalog_rows.h"
#include "core/dialect/sqlite/index_text.h"

namespace joinery::dialect {

using schema::Name;
using schema::Table;

namespace {

QString sqlText(const QString &value) { return u'\'' + QString(value).replace(u'\'', QLatin1String("''")) + u'\''; }

constexpr const char *kUserObjects = "m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";

} // namespace

Name SqliteInspector::nameOf(const QString &plain) const
{
    return m_schema == QLatin1String("main") ? Name(plain) : Name(m_schema, plain);
}

QString SqliteInspector::schemaTable(const char *name) const
{
    return m_dialect.quote(m_schema) + u'.' + QLatin1String(name);
}

void SqliteInspector::find(Severity severity, const char *code, const QString &object, const QString &message)
{
    m_findings.push_back({severity, QString::fromLatin1(code), Uid(), object, message, QString()});
}

Status SqliteInspector::read(const InspectOptions &options, Inspection &into)
{
    JOINERY_TRY(readTables());
    JOINERY_TRY(readColumns());
    JOINERY_TRY(readViewColumns());
    for (Table &table : m_tables)
        readText(table);
    JOINERY_TRY(readIndexes());
    if (!m_unparsed.isEmpty())
        JOINERY_TRY(readForeignKeysByPragma());
    if (options.definitions)
        JOINERY_TRY(readTriggers());
    resolveNames();
    if (options.estimates)
        JOINERY_TRY(estimate(m_tables));
    schema::Catalog &catalog = into.catalog;
    std::ranges::move(m_tables, std::back_inserter(catalog.tables));
    std::ranges::move(m_views, std::back_inserter(catalog.views));
    std::ranges::move(m_definitions, std::back_inserter(catalog.definitions));
    std::ranges::move(m_findings, std::back_inserter(into.findings));
    return {};
}

// Shadow tables belong to their virtual table, which creates them again.
Status SqliteInspector::readTables()
{
    const QString sql = QStringLiteral("SELECT m.name, l.type, l.wr, l.strict, m.sql FROM %1 m JOIN pragma_table_list l "
                                       "ON l.name = m.name AND l.schema = %2 "
                                       "WHERE m.type IN ('table', 'view') AND %3 AND l.type <> 'shadow' ORDER BY m.rowid")
                            .arg(schemaTable("sqlite_schema"), sqlText(m_schema), QLatin1String(kUserObjects));
    JOINERY_TRY_VALUE(const CatalogRows rows, CatalogRows::fetch(m_connection, sql, m_token));
    for (int row = 0; row < rows.count(); ++row) {
        const QString name = rows.text(row, 0);
        const QString type = rows.text(row, 1);
        const QString text = rows.text(row, 4);
        if (type == QLatin1String("view")) {
            schema::View view;
            view.name = nameOf(name);
            view.storedDefinition = text;
            if (const std::optional<ViewText> parsed = ViewText::parse(text)) {
                view.query = parsed->query;
                if (parsed->namesColumns)
                    view.options.insert(QStringLiteral("column_list"), QStringLiteral("true"));
            } else {
                find(Severity::Warning, "IN102", name, QStringLiteral("The stored text of the view was not understood."));
            }
            m_views.push_back(std::move(view));
        } else if (type == QLatin1String("virtual")) {
            schema::Definition definition;
            definition.kind = schema::Definition::Kind::VirtualTable;
            definition.name = nameOf(name);
            definition.createSql = text;
            definition.dropSql = QLatin1String("DROP TABLE ") + m_dialect.quote(definition.name);
            m_definitions.push_back(std::move(definition));
        } else {
            Table table;
            table.name = nameOf(name);
            table.storedDefinition = text;
            if (rows.flag(row, 2))
                table.options.insert(QStringLiteral("without_rowid"), QStringLiteral("true"));
            if (rows.flag(row, 3))
                table.options.insert(QStringLiteral("strict"), QStringLiteral("true"));
            m_tableAt.insert(name, m_tables.size());
            m_tables.push_back(std::move(table));
        }
    }
    return {};
}

Status SqliteInspector::readColumns()
{
    const QString sql = QStringLiteral("SELECT m.name, x.name, x.type, x.\"notnull\", x.dflt_value, x.pk, x.hidden FROM %1 m, "
                                       "pragma_table_xinfo(m.name, %2) x WHERE m.type = 'table' AND %3 AND "
                                       "m.sql NOT LIKE 'create virtual%' ORDER BY m.rowid, x.cid")
                            .arg(schemaTable("sqlite_schema"), sqlText(m_schema), QLatin1String(kUserObjects));
    JOINERY_TRY_VALUE(const CatalogRows rows, CatalogRows::fetch(m_connection, sql, m_token));
    QHash<QString, QMap<qint64, QString>> keys;
    for (int row = 0; row < rows.count(); ++row) {
        const auto at = m_tableAt.constFind(rows.text(row, 0));
        if (at == m_tableAt.constEnd())
            continue;
        schema::Column column;
        column.name = rows.text(row, 1);
        column.type = m_dialect.parseType(rows.text(row, 2));
        column.nullable = !rows.flag(row, 3);
        const qint64 hidden = rows.integer(row, 6);
        if (!rows.isNull(row, 4) && hidden == 0)
            column.defaultValue = m_dialect.parseDefault(rows.text(row, 4), column.type);
        if (hidden == 2 || hidden == 3)
            column.computed = schema::Computed{QString(), hidden == 3};
        if (const qint64 position = rows.integer(row, 5); position > 0)
            keys[rows.text(row, 0)].insert(position, column.name);
        m_tables[*at].columns.push_back(std::move(column));
    }
    for (auto key = keys.constBegin(); key != keys.constEnd(); ++key) {
        schema::PrimaryKey primary;
        primary.columns = key.value().values();
        m_tables[m_tableAt.value(key.key())].primaryKey = primary;
    }
    return {};
}

Status SqliteInspector::readViewColumns()
{
    const QString query = QStringLiteral("SELECT m.name, x.name, x.type FROM %1 m, pragma_table_xinfo(m.name, %2) x "
                                         "WHERE m.type = 'view'")
                              .arg(schemaTable("sqlite_schema"), sqlText(m_schema));
    const auto take = [&](const CatalogRows &rows) {
        QHash<QString, schema::View *> byName;
        for (schema::View &view : m_views)
            byName.insert(view.name.name, &view);
        for (int row = 0; row < rows.count(); ++row) {
            schema::Column column;
            column.name = rows.text(row, 1);
            column.type = m_dialect.parseType(rows.text(row, 2));
            if (schema::View *view = byName.value(rows.text(row, 0)))
                view->columns.push_back(std::move(column));
        }
    };
    if (m_views.empty())
        return {};
    Result<CatalogRows> all = CatalogRows::fetch(m_connection, query + QLatin1String(" ORDER BY m.rowid, x.cid"), m_token);
    if (all) {
        take(*all);
        return {};
    }
    if (all.error().kind == ErrorKind::Cancelled)
        return fail(std::move(all).error());
    // One view that names what is gone makes the whole query fail: then each on its own, and the broken ones are told.
    for (const schema::View &view : m_views) {
        Result<CatalogRows> rows = CatalogRows::fetch(m_connection, query + QLatin1String(" AND m.name = ")
                                                                        + sqlText(view.name.name), m_token);
        if (rows)
            take(*rows);
        else
            find(Severity::Warning, "IN103", view.name.name, QStringLiteral("The view is broken: %1").arg(rows.error().message));
    }
    return {};
}

Status SqliteInspector::readIndexes()
{
    const QString sql = QStringLiteral("SELECT m.tbl_name, m.name, m.sql, l.\"unique\", l.partial FROM %1 m, "
                                       "pragma_index_list(m.tbl_name, %2) l WHERE m.type = 'index' AND m.sql IS NOT NULL "
                                       "AND l.name = m.name ORDER BY m.rowid")
                            .arg(schemaTable("sqlite_schema"), sqlText(m_schema));
    JOINERY_TRY_VALUE(const CatalogRows rows, CatalogRows::fetch(m_connection, sql, m_token));
    for (int row = 0; row < rows.count(); ++row) {
        const auto at = m_tableAt.constFind(rows.text(row, 0));
        if (at == m_tableAt.constEnd())
            continue;
        schema::Index index;
        index.name = rows.text(row, 1);
        index.unique = rows.flag(row, 3);
        if (const std::optional<IndexText> text = IndexText::parse(rows.text(row, 2))) {
            index.items = text->items;
            index.where = text->where;
            if (!text->ascending.isEmpty())
                index.options.insert(QStringLiteral("ascending"), text->ascending.join(u','));
        } else {
            find(Severity::Warning, "IN104", index.name, QStringLiteral("The stored text of the index was not understood."));
        }
        m_tables[*at].indexes.push_back(std::move(index));
    }
    return {};
}

Status SqliteInspector::readTriggers()
{
    const QString sql = QStringLiteral("SELECT m.name, m.tbl_name, m.sql FROM %1 m WHERE m.type = 'trigger' ORDER BY m.rowid")
                            .arg(schemaTable("sqlite_schema"));
    JOINERY_TRY_VALUE(const CatalogRows rows, CatalogRows::fetch(m_connection, sql, m_token));
    for (int row = 0; row < rows.count(); ++row) {
        schema::Definition trigger;
        trigger.kind = schema::Definition::Kind::Trigger;
        trigger.name = nameOf(rows.text(row, 0));
        trigger.table = nameOf(rows.text(row, 1));
        trigger.createSql = rows.text(row, 2);
        trigger.dropSql = QLatin1String("DROP TRIGGER ") + m_dialect.quote(trigger.name);
        trigger.uses.push_back(trigger.table);
        m_definitions.push_back(std::move(trigger));
    }
    return {};
}

Result<Inspection> SqliteDialect::inspect(driver::Connection &connection, const InspectOptions &options,
                                          const CancelToken &token) const
{
    Inspection inspection;
    inspection.catalog.dialect = name();
    inspection.catalog.serverVersion = connection.server().version;
    QStringList schemas = options.schemas;
    if (schemas.isEmpty()) { // main, and what is attached
        JOINERY_TRY_VALUE(const CatalogRows rows,
                          CatalogRows::fetch(connection, QStringLiteral("SELECT name FROM pragma_database_list WHERE name <> 'temp' "
                                                                        "ORDER BY seq"), token));
        for (int row = 0; row < rows.count(); ++row)
            schemas.append(rows.text(row, 0));
    }
    for (const QString &schema : schemas)
        JOINERY_TRY(SqliteInspector(*this, connection, schema, token).read(options, inspection));
    return inspection;
}

Result<std::optional<qint64>> SqliteDialect::estimateRows(driver::Connection &connection, const Name &table,
                                                          const CancelToken &token) const
{
    const QString schema = table.schema.isEmpty() ? QStringLiteral("main") : table.schema;
    std::vector<Table> tables(1);
    tables.front().name = table;
    JOINERY_TRY_VALUE(const CatalogRows columns,
                      CatalogRows::fetch(connection, QStringLiteral("SELECT l.wr, x.name FROM pragma_table_list l, "
                                                                    "pragma_table_xinfo(l.name, l.schema) x WHERE l.name = %1 "
                                                                    "AND l.schema = %2 AND l.type = 'table'")
                                                         .arg(sqlText(table.name), sqlText(schema)), token));
    if (columns.count() == 0)
        return std::optional<qint64>();
    for (int row = 0; row < columns.count(); ++row) {
        schema::Column column;
        column.name = columns.text(row, 1);
        tables.front().columns.push_back(std::move(column));
    }
    if (columns.flag(0, 0))
        tables.front().options.insert(QStringLiteral("without_rowid"), QStringLiteral("true"));
    JOINERY_TRY(SqliteInspector(*this, connection, schema, token).estimate(tables));
    return tables.front().estimatedRows;
}

} // namespace joinery::dialect
