// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/conversion_answers.h"
#include "app/cli/data_answers.h"
#include "app/cli/rename_answers.h"

namespace joinery::cli {

/// The questions of a new revision with their answers, as a file: what `migrate` prints on stdout when nobody answers is
/// the file with `null` for every answer. It has three lists:
/// - renames: "rename" or "drop"
/// - conversions: SQL for the new value, or "discard"; `back` likewise for the way back
/// - rows: by `kind` what --fill, --map, --keep and --orphans take
class AnswersFile
{
public:
    static constexpr int kFormat = 1;

    /// InvalidInput with what is wrong in it; an answer that is null is none.
    static Result<AnswersFile> read(const QString &path);

    /// As if they had been given on the command line.
    void give(RenameAnswers &renames, ConversionAnswers &conversions, DataAnswers &rows) const;

    /// The file with these questions and no answers; `operations` are those that the rows were asked about.
    static QJsonObject skeleton(const std::vector<compare::RenameCandidate> &renames, const std::vector<compare::ConversionQuestion> &conversions,
                                const migration::LintFindings &rows = {}, const operation::Operations &operations = {});

private:
    struct Entry
    {
        QString list, id, question, kind, answer, back;
    };
    std::vector<Entry> m_entries;
};

} // namespace joinery::cli
