// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/adapt.h"

#include "core/dialect/adaptation.h"
#include "core/dialect/generic/generic_dialect.h"

namespace joinery::dialect {

using schema::Catalog;
using schema::Column;
using schema::Table;
using schema::TypeKind;

bool isNative(const Catalog &catalog, const Dialect &dialect)
{
    if (dialect.capabilities().namedEnums)
        return catalog.dialect == dialect.name();
    const bool usesEnum = std::ranges::any_of(catalog.tables, [](const Table &table) {
        return std::ranges::any_of(table.columns, [](const Column &column) {
            return column.type.kind == TypeKind::Enum && column.type.nativeText.isEmpty() && !column.type.enumName.isEmpty();
        });
    });
    return catalog.dialect == dialect.name() && catalog.enums.empty() && !usesEnum;
}

Adapted adapt(const Catalog &catalog, const Dialect &dialect, int serverVersion)
{
    return isNative(catalog, dialect) ? Adapted{catalog, {}} : Adaptation(catalog, dialect, serverVersion).run();
}

std::vector<Finding> portabilityFindings(const Catalog &catalog, const Dialect &dialect)
{
    return adapt(catalog, dialect).findings;
}

} // namespace joinery::dialect
