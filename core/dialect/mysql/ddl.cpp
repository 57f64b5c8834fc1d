// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/generic/ddl_writer.h"
#include "core/dialect/mysql/mysql_dialect.h"

namespace joinery::dialect {

std::unique_ptr<DdlWriter> MysqlDialect::ddlWriter(const schema::Catalog &before, int serverVersion) const
{
    return std::make_unique<DdlWriter>(*this, before, serverVersion);
}

} // namespace joinery::dialect
