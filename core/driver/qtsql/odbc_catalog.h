// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/qtsql/catalog.h"
#include "core/driver/qtsql/odbc_calls.h"

#include <functional>
#include <mutex>

namespace joinery::driver::qtsql {

class OdbcStatement;

/// ODBC's catalogue functions, in the current catalogue of the connection.
class OdbcCatalog : public Catalog
{
public:
    OdbcCatalog(OdbcHandle dbc, QString product, QString dialect);
    ~OdbcCatalog() override;

    Result<std::vector<CatalogSource::Entry>> entries() override;
    Result<std::vector<CatalogSource::ColumnOf>> columns(const schema::Name &table) override;
    Result<std::optional<schema::PrimaryKey>> primaryKey(const schema::Name &table) override;
    Result<std::vector<schema::ForeignKey>> foreignKeys(const schema::Name &table) override;
    Result<std::vector<schema::Index>> indexes(const schema::Name &table) override;
    void stop() override;

private:
    /// The rows that a function gives.
    Result<RowBlock> rows(const std::function<int(OdbcHandle)> &function);
    bool isBareText(const QString &value, const schema::Type &type) const;

    OdbcHandle m_dbc;
    QString m_product;
    QString m_dialect;
    std::mutex m_stopping;
    OdbcStatement *m_running = nullptr;
};

} // namespace joinery::driver::qtsql
