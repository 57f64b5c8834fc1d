// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/qtsql/plugin_catalog.h"

#include "core/driver/qtsql/plugin_values.h"

#include <QSqlDatabase>
#include <QSqlField>
#include <QSqlIndex>
#include <QSqlRecord>

namespace joinery::driver::qtsql {

namespace {

tl::unexpected<Error> untold(const char *what)
{
    return fail(ErrorKind::Unsupported, QStringLiteral("Qt SQL has no way to ask for %1.").arg(QLatin1String(what)));
}

} // namespace

Catalog::~Catalog() = default;

Result<std::vector<CatalogSource::Entry>> PluginCatalog::entries()
{
    const QSqlDatabase database = QSqlDatabase::database(m_connection, false);
    std::vector<CatalogSource::Entry> entries;
    for (const QString &name : database.tables(QSql::Tables))
        entries.push_back({schema::Name(name), QStringLiteral("TABLE"), {}});
    for (const QString &name : database.tables(QSql::Views))
        entries.push_back({schema::Name(name), QStringLiteral("VIEW"), {}});
    return entries;
}

Result<std::vector<CatalogSource::ColumnOf>> PluginCatalog::columns(const schema::Name &table)
{
    if (table.isEmpty())
        return untold("the columns of all tables at once");
    std::vector<CatalogSource::ColumnOf> columns;
    const QSqlRecord record = QSqlDatabase::database(m_connection, false).record(table.name);
    for (int i = 0; i < record.count(); ++i) {
        const QSqlField field = record.field(i);
        schema::Column column;
        column.name = field.name();
        column.type = typeOf(field.metaType().id(), field.length(), field.precision(), m_dialect);
        column.nullable = field.requiredStatus() != QSqlField::Required;
        if (const QVariant value = field.defaultValue(); !value.isNull())
            column.defaultValue = schema::Default{schema::Default::Kind::Literal, value.toString()};
        columns.push_back({table, std::move(column)});
    }
    return columns;
}

Result<std::optional<schema::PrimaryKey>> PluginCatalog::primaryKey(const schema::Name &table)
{
    const QSqlIndex index = QSqlDatabase::database(m_connection, false).primaryIndex(table.name);
    if (index.isEmpty())
        return std::optional<schema::PrimaryKey>();
    schema::PrimaryKey key;
    key.name = index.name();
    for (int i = 0; i < index.count(); ++i)
        key.columns.append(index.fieldName(i));
    return std::optional(key);
}

Result<std::vector<schema::ForeignKey>> PluginCatalog::foreignKeys(const schema::Name &) { return untold("foreign keys"); }
Result<std::vector<schema::Index>> PluginCatalog::indexes(const schema::Name &) { return untold("indexes"); }

} // namespace joinery::driver::qtsql
