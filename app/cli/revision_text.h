// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/executor.h"

#include <QJsonObject>

/// Revisions and operations as the command line prints them.
namespace joinery::cli {

/// "ae1027a6acf -> 1975ea83b712 (head), add account": parents, id, what is special about it, message.
QString revisionLine(const migration::Revision &revision, const migration::RevisionGraph &graph,
                     const QStringList &current = {});
QJsonObject revisionSummary(const migration::Revision &revision, const migration::RevisionGraph &graph,
                            const QStringList &current = {});

/// One line for each operation, in words.
QString operationLines(const operation::Operations &operations);
/// The same with their JSON.
QJsonArray operationsJson(const operation::Operations &operations);

QJsonObject toJson(const migration::ExecutionReport &report);
QJsonObject toJson(const migration::HalfApplied &half);

} // namespace joinery::cli
