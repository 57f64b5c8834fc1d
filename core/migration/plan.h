// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"
#include "core/migration/revision_steps.h"

namespace joinery::migration {

/// One operation with its SQL.
struct PlannedOperation
{
    operation::Operation operation;
    dialect::SqlSteps sql;
};

/// One revision of the way: its operations in the direction of travel.
struct PlannedRevision
{
    GraphStep step;
    QString message;
    std::vector<PlannedOperation> operations;
    QStringList losses; ///< what is lost for good, one sentence for each; empty: nothing
};

/// What will happen to a database, before it happens.
struct Plan
{
    GraphStep::Kind kind = GraphStep::Kind::Upgrade;
    QString target;
    QStringList before, after; ///< heads
    std::vector<PlannedRevision> revisions;

    bool isEmpty() const { return revisions.empty(); }
    QStringList losses() const;
};

} // namespace joinery::migration
