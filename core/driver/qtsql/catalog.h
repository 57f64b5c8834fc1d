// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/catalog_source.h"

namespace joinery::driver::qtsql {

/// The same questions as CatalogSource, answered on the connection's own thread. Only stop() is called from elsewhere.
class Catalog
{
public:
    virtual ~Catalog();
    Catalog() = default;
    Catalog(const Catalog &) = delete;
    Catalog &operator=(const Catalog &) = delete;

    virtual Result<std::vector<CatalogSource::Entry>> entries() = 0;
    virtual Result<std::vector<CatalogSource::ColumnOf>> columns(const schema::Name &table) = 0;
    virtual Result<std::optional<schema::PrimaryKey>> primaryKey(const schema::Name &table) = 0;
    virtual Result<std::vector<schema::ForeignKey>> foreignKeys(const schema::Name &table) = 0;
    virtual Result<std::vector<schema::Index>> indexes(const schema::Name &table) = 0;
    virtual void stop() = 0;
};

} // namespace joinery::driver::qtsql
