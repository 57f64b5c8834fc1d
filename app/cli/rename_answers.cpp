// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/rename_answers.h"

#include "app/cli/arguments.h"

#include <QJsonArray>

namespace joinery::cli {

void RenameAnswers::declare(Arguments &arguments, RenameAnswers &answers)
{
    arguments.list(answers.m_renames, "--rename", "old=new for a table, table.old=table.new for a column");
    arguments.list(answers.m_others, "--no-rename", "The id of a question (q_...) whose answer is no: drop and add");
}

Status RenameAnswers::apply(Context &context, compare::Options &options) const
{
    for (const QString &text : m_renames) {
        auto hint = compare::RenameHint::parse(text);
        if (!hint)
            return context.usage(hint.error().message);
        options.renames.push_back(*std::move(hint));
    }
    return {};
}

std::vector<compare::RenameCandidate> RenameAnswers::unanswered(Context &context,
                                                                const compare::Difference &difference) const
{
    std::vector<compare::RenameCandidate> open;
    for (const compare::RenameCandidate &candidate : difference.candidates) {
        if (m_others.contains(candidate.id()))
            continue;
        open.push_back(candidate);
        context.output().note(QStringLiteral("%1: is %2 a rename? (%3)")
                                  .arg(candidate.id(), candidate.toString(), candidate.evidence.join(QStringLiteral(", "))));
    }
    return open;
}

void RenameAnswers::add(const QString &id, const QString &change, bool isRename) { isRename ? m_renames.append(change) : m_others.append(id); }

Status RenameAnswers::refuse(const std::vector<compare::RenameCandidate> &open)
{
    if (open.empty())
        return {};
    QStringList lines;
    for (const compare::RenameCandidate &candidate : open)
        lines.append(QStringLiteral("%1: %2").arg(candidate.id(), candidate.toString()));
    Error error;
    error.kind = ErrorKind::Refused;
    error.message = QStringLiteral("What is dropped and what is added may be one rename. Answer with --rename OLD=NEW, or "
                                   "with --no-rename ID.");
    error.detail = lines.join(u'\n');
    return fail(std::move(error));
}

QJsonObject toJson(const compare::RenameCandidate &candidate)
{
    return {{QStringLiteral("id"), candidate.id()},
            {QStringLiteral("question"), candidate.toString()},
            {QStringLiteral("score"), candidate.score},
            {QStringLiteral("evidence"), QJsonArray::fromStringList(candidate.evidence)}};
}

} // namespace joinery::cli
