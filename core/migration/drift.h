// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_token.h"
#include "core/compare/compare.h"
#include "core/migration/history.h"

namespace joinery::dialect {
class Dialect;
}
namespace joinery::driver {
class Connection;
}

namespace joinery::migration {

/// Where a database stands against the project.
struct Drift
{
    QStringList current;               ///< heads in the version table
    bool atHead = false;
    compare::Difference live;          ///< from what the current revision says to what is there
    compare::Difference pendingModels; ///< from the head's state to the models
};

/// `models` may be empty where nobody asks for the difference to them.
Result<Drift> checkDrift(driver::Connection &connection, const dialect::Dialect &dialect, const History &history,
                         const schema::Catalog *models, const CancelToken &token = {});

} // namespace joinery::migration
