// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_token.h"
#include "core/schema/table.h"

namespace joinery::driver {

/// What a driver tells of a schema by calls of its own and not by SQL. Every question may be answered with an error of
/// kind Unsupported: the driver does not tell. Belongs to its connection, like a cursor.
class CatalogSource
{
public:
    virtual ~CatalogSource();

    /// A table, a view, or what else the driver lists.
    struct Entry
    {
        schema::Name name;
        QString kind; ///< the driver's word in capitals: "TABLE", "VIEW", "SYNONYM", ...
        QString comment;
    };
    /// All but the system's.
    virtual Result<std::vector<Entry>> entries(const CancelToken &token) = 0;

    struct ColumnOf
    {
        schema::Name table;
        schema::Column column;
    };
    /// In the order of each table; of all of them at once for an empty name, where the driver can.
    virtual Result<std::vector<ColumnOf>> columns(const schema::Name &table, const CancelToken &token) = 0;
    virtual Result<std::optional<schema::PrimaryKey>> primaryKey(const schema::Name &table, const CancelToken &token) = 0;
    virtual Result<std::vector<schema::ForeignKey>> foreignKeys(const schema::Name &table, const CancelToken &token) = 0;
    virtual Result<std::vector<schema::Index>> indexes(const schema::Name &table, const CancelToken &token) = 0;
};

} // namespace joinery::driver
