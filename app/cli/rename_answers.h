// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"
#include "core/compare/compare.h"

#include <QJsonObject>

namespace joinery::cli {

class Arguments;

/// --rename and --no-rename: what a person says to the question whether a drop and an add are one rename.
class RenameAnswers
{
public:
    static void declare(Arguments &arguments, RenameAnswers &answers);
    /// `change` as --rename takes it; where it is none, `id` as --no-rename does.
    void add(const QString &id, const QString &change, bool isRename);
    /// Puts the hints of --rename into the options of a comparison.
    Status apply(Context &context, compare::Options &options) const;
    /// The questions that nobody answered; each is named on stderr.
    std::vector<compare::RenameCandidate> unanswered(Context &context, const compare::Difference &difference) const;
    /// Refused, with the ids of the questions, where there is one.
    static Status refuse(const std::vector<compare::RenameCandidate> &open);

private:
    QStringList m_renames, m_others;
};

QJsonObject toJson(const compare::RenameCandidate &candidate);

} // namespace joinery::cli
