// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/catalog_source.h"
#include "core/driver/qtsql/catalog.h"

namespace joinery::driver::qtsql {

class QtSqlConnection;

/// Takes the questions to the connection's thread.
class QtSqlCatalog : public CatalogSource
{
public:
    explicit QtSqlCatalog(QtSqlConnection &connection) : m_connection(connection) {}

    Result<std::vector<Entry>> entries(const CancelToken &token) override;
    Result<std::vector<ColumnOf>> columns(const schema::Name &table, const CancelToken &token) override;
    Result<std::optional<schema::PrimaryKey>> primaryKey(const schema::Name &table, const CancelToken &token) override;
    Result<std::vector<schema::ForeignKey>> foreignKeys(const schema::Name &table, const CancelToken &token) override;
    Result<std::vector<schema::Index>> indexes(const schema::Name &table, const CancelToken &token) override;

private:
    template <class R>
    Result<R> ask(const CancelToken &token, std::function<Result<R>(Catalog &)> question);

    QtSqlConnection &m_connection;
};

} // namespace joinery::driver::qtsql
