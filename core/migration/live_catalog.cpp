// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/live_catalog.h"

#include "core/dialect/adapt.h"
#include "core/operation/apply.h"

#include <algorithm>

namespace joinery::migration {

Result<const schema::Catalog *> LiveCatalog::before(const operation::Operation &operation, const CancelToken &token)
{
    if (needsReading(operation)) {
        dialect::InspectOptions options;
        options.estimates = false;
        JOINERY_TRY_VALUE(dialect::Inspection inspection, m_dialect.inspect(m_connection, options, token));
        m_catalog = std::move(inspection.catalog);
        m_known = true;
        if (!m_dialect.capabilities().namedEnums)
            addEnums();
    }
    return &m_catalog;
}

void LiveCatalog::addEnums()
{
    m_catalog.enums = m_model.enums;
    const schema::Catalog adapted = dialect::adapt(m_model, m_dialect).catalog;
    for (const schema::Table &table : m_model.tables) {
        schema::Table *live = m_catalog.table(table.name);
        if (!live)
            continue;
        for (const schema::Column &column : table.columns) {
            schema::Column *there = column.type.enumName.isEmpty() ? nullptr : live->column(column.name);
            if (there)
                there->type = column.type;
        }
        // The check that stands for an enumeration here is said by the type now; it would be there twice.
        const auto has = [](const schema::Table *checked, const QString &name) {
            return checked && std::ranges::any_of(checked->checks, [&](const schema::Check &check) { return check.name == name; });
        };
        std::erase_if(live->checks, [&](const schema::Check &check) {
            return !check.name.isEmpty() && !has(&table, check.name) && has(adapted.table(table.name), check.name);
        });
    }
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
    // A database that is not what the model says will tell by itself.
    (void)operation::apply(m_model, operation);
    // Free SQL may have done anything; so may an operation that does not fit what was read.
    if (std::holds_alternative<operation::ExecuteSql>(operation) || !operation::apply(m_catalog, operation))
        m_known = false;
}

} // namespace joinery::migration
