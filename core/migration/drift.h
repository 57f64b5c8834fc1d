// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_token.h"
#include "core/compare/compare.h"
#include "core/migration/drift_rule.h"
#include "core/migration/executor.h"
#include "core/migration/history.h"

namespace joinery::migration {

/// Where a database stands against the project.
struct Drift
{
    struct Ignored
    {
        operation::Operation operation;
        DriftRule rule;
    };
    QStringList current;               ///< heads in the version table
    bool atHead = false;
    compare::Difference live;          ///< from what the current revision says to what is there; without what is ignored
    std::vector<Ignored> ignored;
    compare::Difference pendingModels; ///< from the head's state to the models
    schema::Catalog expected;          ///< what the current revision says, in the terms of the engine
    schema::Catalog there;             ///< what the database holds
};

/// `models` may be empty where nobody asks for the difference to them.
Result<Drift> checkDrift(driver::Connection &connection, const dialect::Dialect &dialect, const History &history,
                         const schema::Catalog *models, const std::vector<DriftRule> &rules = {}, const CancelToken &token = {});

/// The rule that lets an operation of a drift stand, and would match no other; without its reason.
DriftRule ruleFor(const operation::Operation &operation);

/// What puts a database back to what its revision says, on its own engine, with the SQL for people.
struct Repair
{
    operation::Operations operations;
    dialect::SqlSteps steps;
    QStringList losses;                ///< what it destroys for good
};
Result<Repair> planRepair(const Drift &drift, const dialect::Dialect &dialect, int serverVersion);
/// Runs it under the lock of the migrations, in one transaction where the engine has it; elsewhere what ran stays, and the next
/// check shows what is left. Conflict where the database changed since the plan was made; Refused where data would be lost and
/// nobody allowed it.
Status runRepair(driver::Connection &connection, const dialect::Dialect &dialect, const Connector &connector, const History &history,
                 const std::vector<DriftRule> &rules, const Repair &repair, bool allowDestructive, const CancelToken &token = {});

/// The revision that holds what is in the database and in no revision, and the models with it. The database has to stand at the
/// one head of the project.
struct Adoption
{
    Revision revision;
    History history;                   ///< with it
    schema::Catalog models;
};
Result<Adoption> planAdoption(const Drift &drift, const History &history, schema::Catalog models, const QString &message);

} // namespace joinery::migration
