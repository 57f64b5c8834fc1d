// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/qtsql/catalog.h"

namespace joinery::driver::qtsql {

/// What QSqlDriver tells: names of tables and views, columns, the primary key.
class PluginCatalog : public Catalog
{
public:
    PluginCatalog(QString connection, QString dialect) : m_connection(std::move(connection)), m_dialect(std::move(dialect)) {}

    Result<std::vector<CatalogSource::Entry>> entries() override;
    Result<std::vector<CatalogSource::ColumnOf>> columns(const schema::Name &table) override;
    Result<std::optional<schema::PrimaryKey>> primaryKey(const schema::Name &table) override;
    Result<std::vector<schema::ForeignKey>> foreignKeys(const schema::Name &table) override;
    Result<std::vector<schema::Index>> indexes(const schema::Name &table) override;
    void stop() override {}

private:
    QString m_connection;
    QString m_dialect;
};

} // namespace joinery::driver::qtsql
