// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/migration_session.h"
#include "core/migration/checks/preflight.h"
#include "core/migration/data_answers.h"

namespace joinery::cli {

class Arguments;

/// --fill, --map, --keep and --orphans: what becomes of rows that stand against a new revision.
class DataAnswers
{
public:
    static void declare(Arguments &arguments, DataAnswers &answers);
    /// `kind` is the option without its dashes, `text` what it takes.
    void add(const QString &kind, const QString &text);
    /// Puts the answers into the operations of a revision.
    Result<operation::Operations> apply(Context &context, const operation::Operations &operations, const schema::Catalog &before,
                                        const dialect::Dialect &dialect) const;
    /// What rows of the database of this project say against the revision. Nothing is asked of a database that does not stand
    /// where the revision begins.
    Result<migration::LintFindings> open(Context &context, const ProjectHistory &session, const migration::Revision &revision) const;
    /// Refused where there is one.
    static Status refuse(const migration::LintFindings &open);

private:
    QStringList m_fill, m_map, m_keep, m_orphans;
    bool m_skip = false;
};

} // namespace joinery::cli
