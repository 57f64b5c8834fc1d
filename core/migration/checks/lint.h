// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/dialect/dialect.h"
#include "core/migration/history.h"

#include <QHash>

namespace joinery::migration {

/// What is to be said of one step of one revision; what a preflight says also has its count and samples.
struct LintFinding
{
    Finding finding;
    QString revision;
    int operation = -1;      ///< which of Revision::operations, in the order of the file; -1: the revision as a whole
    QString allowed;         ///< the reason that was given for it; empty: it stands
    std::optional<qint64> count; ///< rows that it is about, where the database was asked
    QStringList samples;     ///< some of them
};
using LintFindings = std::vector<LintFinding>;

struct LintOptions
{
    const dialect::Dialect *dialect = nullptr; ///< never null
    int serverVersion = 0;                     ///< as driver::ServerInfo; 0: the newest
    bool mariaDb = true;                       ///< of the dialect "mysql"
    /// What the database holds, with estimates of its rows; null: nobody knows, and every table counts as full.
    const schema::Catalog *live = nullptr;
    QHash<schema::Name, int> rowVersions;      ///< MySQL 8: how often a table was changed in place since it was last written anew
    qint64 manyRows = 10'000;                  ///< from here on a step that blocks others is worth a word
};

/// For a database that is open: `live` as it was inspected. Asks it for what no catalogue tells.
LintOptions lintOptions(driver::Connection &connection, const dialect::Dialect &dialect, const schema::Catalog &live);

/// What is to be said of revisions, from their operations alone: codes of MIGRATIONS, stable. `ids` in the order in which they
/// are applied: what one of them creates is empty for the others.
Result<LintFindings> lint(const History &history, const QStringList &ids, const LintOptions &options);

/// Whether one of them stands that is an error.
bool hasErrors(const LintFindings &findings);
/// Takes what the revisions allow, with the reason: code and object (or the code alone) have to be those of the finding.
void applyAllowances(LintFindings &findings, const History &history);

} // namespace joinery::migration
