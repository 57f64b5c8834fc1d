// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/generic/ddl_writer.h"

namespace joinery::dialect {

std::unique_ptr<DdlWriter> GenericDialect::ddlWriter(const schema::Catalog &before, int serverVersion) const
{
    return std::make_unique<DdlWriter>(*this, before, serverVersion);
}

Result<SqlSteps> GenericDialect::render(const operation::Operation &operation, const schema::Catalog &before,
                                        int serverVersion) const
{
    return ddlWriter(before, serverVersion)->render(operation);
}

Result<SqlSteps> GenericDialect::renderCatalog(const schema::Catalog &catalog, int serverVersion) const
{
    return ddlWriter(catalog, serverVersion)->renderAll();
}

} // namespace joinery::dialect
