// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/generic/ddl_writer.h"
#include "core/dialect/sqlite/sqlite_dialect.h"

namespace joinery::dialect {

std::unique_ptr<DdlWriter> SqliteDialect::ddlWriter(const schema::Catalog &before, int serverVersion) const
{
    return std::make_unique<DdlWriter>(*this, before, serverVersion);
}

} // namespace joinery::dialect
