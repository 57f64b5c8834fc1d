// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/adapt.h"
#include "core/dialect/generic/ddl_writer.h"

#include "core/operation/apply.h"
#include "core/operation/fit.h"

namespace joinery::dialect {

std::unique_ptr<DdlWriter> GenericDialect::ddlWriter(const schema::Catalog &before, int serverVersion) const
{
    return std::make_unique<DdlWriter>(*this, before, serverVersion);
}

Result<SqlSteps> GenericDialect::render(const operation::Operation &operation, const schema::Catalog &before,
                                        int serverVersion) const
{
    JOINERY_TRY_VALUE(const operation::Operations own, adapt({operation}, before, *this, serverVersion));
    return isNative(before, *this) ? renderOwn(own, before, serverVersion) : renderOwn(own, adapt(before, *this, serverVersion).catalog, serverVersion);
}

Result<SqlSteps> GenericDialect::renderSequence(const operation::Operations &operations, schema::Catalog before,
                                                int serverVersion) const
{
    JOINERY_TRY_VALUE(const operation::Operations own, adapt(operations, before, *this, serverVersion));
    return isNative(before, *this) ? renderOwn(own, before, serverVersion) : renderOwn(own, adapt(before, *this, serverVersion).catalog, serverVersion);
}

Result<SqlSteps> GenericDialect::renderOwn(const operation::Operations &operations, const schema::Catalog &start,
                                           int serverVersion) const
{
    if (operations.size() == 1) {
        JOINERY_TRY(operation::fits(start, operations.front()));
        return ddlWriter(start, serverVersion)->render(operations.front());
    }
    SqlSteps all;
    schema::Catalog before = start;
    for (const operation::Operation &operation : operations) {
        JOINERY_TRY_VALUE(SqlSteps steps, ddlWriter(before, serverVersion)->render(operation));
        std::ranges::move(steps, std::back_inserter(all));
        JOINERY_TRY(operation::apply(before, operation));
    }
    return all;
}

Result<SqlSteps> GenericDialect::renderCatalog(const schema::Catalog &catalog, int serverVersion) const
{
    const schema::Catalog own = adapt(catalog, *this, serverVersion).catalog;
    return ddlWriter(own, serverVersion)->renderAll();
}

} // namespace joinery::dialect
