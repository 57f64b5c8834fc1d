// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/compare/compare.h"
#include "core/migration/journal.h"
#include "core/project/project.h"

namespace joinery::project {

Result<schema::Catalog> Project::importCatalog(schema::Catalog reflected, const std::optional<QString> &baseline) const
{
    JOINERY_TRY_VALUE(const schema::Catalog present, loadModels());
    if (!present.tables.empty() || !present.views.empty()) {
        return fail(ErrorKind::Refused,
                    QStringLiteral("The project has models already; importing would replace %1 tables.").arg(present.tables.size()));
    }
    std::erase_if(reflected.tables, [](const schema::Table &table) {
        return table.name.name == QLatin1String("alembic_version") || table.name.name == QLatin1String(migration::Journal::kTable);
    });
    for (schema::Table &table : reflected.tables) {
        table.storedDefinition.clear();
        table.estimatedRows.reset();
    }
    reflected.serverVersion.clear();
    schema::assignUids(reflected);
    std::ranges::sort(reflected.tables, {}, &schema::Table::name);
    if (baseline) {
        schema::Catalog nothing;
        nothing.dialect = reflected.dialect;
        JOINERY_TRY_VALUE(compare::Difference everything, compare::compare(nothing, reflected));
        migration::Revision revision;
        revision.id = migration::Revision::newId();
        revision.message = *baseline;
        revision.created = systemClock()();
        revision.dialect = reflected.dialect;
        revision.operations = std::move(everything.operations);
        JOINERY_TRY_VALUE(const migration::History history, revisions().load());
        revision.parents = history.graph().headIds();
        JOINERY_TRY(revisions().add(revision));
    }
    JOINERY_TRY(saveModels(reflected));
    return reflected;
}

} // namespace joinery::project
