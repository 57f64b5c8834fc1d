// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"
#include "app/cli/exit_code.h"
#include "core/migration/executor.h"
#include "core/migration/rehearsal/rehearsal.h"

namespace joinery::cli {

/// A project with its revisions; what every migration command begins with.
struct ProjectHistory
{
    project::Project project;
    migration::History history;
};
Result<ProjectHistory> openHistory(Context &context);

/// The heads that a database stands on.
Result<QStringList> currentHeads(Context &context, Database &database);
/// "A:B" in its two ends; one word is the end.
std::pair<QString, QString> splitRange(const QString &range);

/// Moves the database of the context: opens it, runs `move` with an executor, says what was done.
using Move = std::function<Result<migration::ExecutionReport>(migration::Executor &, const migration::ExecutionOptions &)>;
Result<ExitCode> moveDatabase(Context &context, bool allowDestructive, const Move &move);

/// Runs an upgrade of the database of the context on a copy of it.
struct RehearsalChoice
{
    QString target = QStringLiteral("head");
    migration::CopyLevel level = migration::CopyLevel::Full;
    qint64 sampleRows = 1000;
};
Result<migration::RehearsalReport> rehearseDatabase(Context &context, const RehearsalChoice &choice);

/// Forgets what a broken off run wrote down; what it did stays.
Result<ExitCode> abandonHalfApplied(Context &context);
/// "Revision ... is half applied", with what is done, what is left and the command that goes on; for people.
QString halfAppliedText(const migration::HalfApplied &half);

/// Writes a new revision and says where.
Result<ExitCode> addRevision(Context &context, const ProjectHistory &session, const migration::Revision &revision);

} // namespace joinery::cli
