// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/migration_session.h"
#include "core/migration/checks/lint.h"

#include <QJsonObject>

namespace joinery::cli {

QJsonObject toJson(const migration::LintFinding &each);
/// With its lines below it: samples, the safer way, the reason why it may stand.
QString findingText(const migration::LintFinding &each);

/// The revisions that a word or FROM:TO means, in the order in which they are applied; without a word those that a
/// database at `current` has not.
Result<QStringList> revisionsOf(const migration::History &history, const QString &range, const QStringList &current);

/// What the rows say to the way of a database to a target, up or down.
Result<migration::LintFindings> preflightFindings(Context &context, const ProjectHistory &session, Database &database, bool up, const QString &target);

/// As text or JSON; exit code 1 where one stands that is an error or a warning. `nothing` is said where there is none.
Result<ExitCode> writeFindings(Context &context, const migration::LintFindings &findings, const QString &nothing);

} // namespace joinery::cli
