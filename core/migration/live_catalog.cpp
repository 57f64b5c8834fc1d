// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/live_catalog.h"

#include "core/dialect/adapt.h"
#include "core/operation/apply.h"

#include <algorithm>

namespace joinery::migration {

Result<const schema::Catalog *> LiveCatalog::before(const operation::Operations &operations, const CancelToken &token)
{
    if (std::ranges::any_of(operations, [&](const operation::Operation &each) { return needsReading(each); })) {
        dialect::InspectOptions options;
        options.estimates = m_dialect.capabilities().concurrentIndex; // what is done apart depends on how many rows there are
        options.everyTable = true;
        JOINERY_TRY_VALUE(dialect::Inspection inspection, m_dialect.inspect(m_connection, options, token));
        m_catalog = std::move(inspection.catalog);
        m_known = true;
    }
    return &m_catalog;
}

Result<operation::Operations> LiveCatalog::native(const operation::Operation &operation, const QString &writtenFor)
{
    if (!writtenFor.isEmpty())
        m_model.dialect = writtenFor;
    JOINERY_TRY_VALUE(operation::Operations operations, dialect::adapt({operation}, m_model, m_dialect, m_connection.server().versionNumber));
    JOINERY_TRY(operation::apply(m_model, operation));
    return operations;
}

bool LiveCatalog::needsReading(const operation::Operation &operation) const
{
    if (!m_known)
        return true;
    if (m_dialect.capabilities().alterColumn)
        return false;
    // Views and triggers are re-made around a rebuild, and a rename reaches into other tables: whatever touches a
    // table that is there wants all stored texts as they are now.
    if (std::holds_alternative<operation::CreateTable>(operation))
        return false;
    const schema::Name name = operation::affectedTable(operation);
    if (name.isEmpty())
        return false;
    return std::ranges::any_of(m_catalog.tables, [](const schema::Table &table) { return table.storedDefinition.isEmpty(); });
}

void LiveCatalog::applied(const operation::Operation &operation)
{
    // Free SQL may have done anything; so may an operation that does not fit what was read.
    if (std::holds_alternative<operation::ExecuteSql>(operation) || !operation::apply(m_catalog, operation))
        m_known = false;
}

} // namespace joinery::migration
