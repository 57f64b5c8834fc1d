// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/drift.h"

#include "core/dialect/adapt.h"
#include "core/dialect/comparison.h"
#include "core/dialect/live_comparison.h"
#include "core/migration/version_table.h"

namespace joinery::migration {

Result<Drift> checkDrift(driver::Connection &connection, const dialect::Dialect &dialect, const History &history,
                         const schema::Catalog *models, const CancelToken &token)
{
    Drift drift;
    JOINERY_TRY_VALUE(drift.current, VersionTable(dialect).read(connection, token));
    QStringList heads = history.graph().realHeadIds();
    heads.sort();
    drift.atHead = drift.current == heads;
    dialect::InspectOptions inspect;
    inspect.estimates = false;
    inspect.everyTable = true;
    JOINERY_TRY_VALUE(const dialect::Inspection live, dialect.inspect(connection, inspect, token));
    JOINERY_TRY_VALUE(const schema::Catalog modelled, history.catalogAt(drift.current));
    const schema::Catalog expected = dialect::adapt(modelled, dialect, connection.server().versionNumber).catalog;
    compare::Options options = dialect::comparisonOptions(dialect);
    options.unnamedIsAny = true;
    JOINERY_TRY_VALUE(drift.live, dialect::compareLive(connection, dialect, expected, live.catalog, dialect::LiveSide::To, options, token));
    if (models) {
        JOINERY_TRY_VALUE(const schema::Catalog head, history.catalogAtHeads());
        JOINERY_TRY_VALUE(drift.pendingModels, compare::compare(head, *models));
    }
    return drift;
}

} // namespace joinery::migration
