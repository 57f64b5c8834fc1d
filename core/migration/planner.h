// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/history.h"
#include "core/migration/plan.h"

namespace joinery::migration {

/// Plans the way from heads to a target, with the SQL of one engine. Reads no database: every revision is rendered on
/// the state of the model before it, so a plan made here is also the offline script. The executor renders again on what the
/// database really holds.
class Planner
{
public:
    Planner(const History &history, const dialect::Dialect &dialect, int serverVersion = 0)
        : m_history(history), m_dialect(dialect), m_serverVersion(serverVersion) {}

    Result<Plan> upgrade(const QStringList &current, const QString &target) const;
    Result<Plan> downgrade(const QStringList &current, const QString &target) const;
    Result<Plan> stamp(const QStringList &current, const QString &target) const;
    /// The SQL of one revision by itself, up or down.
    Result<PlannedRevision> revision(const QString &id, bool up) const;

private:
    Result<Plan> planned(GraphRoute route, GraphStep::Kind kind, const QString &target) const;
    const History &m_history;
    const dialect::Dialect &m_dialect;
    int m_serverVersion;
};

/// The operations of a revision in one direction. `before` is the model before the revision was applied. Fails with
/// Unsupported where a step has no way back.
Result<operation::Operations> operationsOf(const Revision &revision, bool up, const schema::Catalog &before);
/// "column book.price with its values", for each operation that destroys something.
QStringList lossesOf(const operation::Operations &operations);

/// `upgrade --sql`: the plan as a script, with version table statements and BEGIN / COMMIT where Alembic has them.
/// Statements end with ";".
QString offlineScript(const Plan &plan, const dialect::Dialect &dialect);

} // namespace joinery::migration
