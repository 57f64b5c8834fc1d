// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/conversion_answers.h"

#include "app/cli/arguments.h"

#include <QJsonArray>

namespace joinery::cli {

namespace {

QString lineOf(const compare::ConversionQuestion &question)
{
    const QString ideas = question.ideas.isEmpty() ? QString() : QStringLiteral(" (for example: %1)").arg(question.ideas.join(QStringLiteral("; ")));
    return QStringLiteral("%1: no cast leads from %2%3").arg(question.id(), question.toString(),
                                                             question.onlyBack ? QStringLiteral(" and back") : QString()) + ideas;
}

} // namespace

void ConversionAnswers::declare(Arguments &arguments, ConversionAnswers &answers)
{
    arguments.list(answers.m_using, "--using", "table.column=SQL: the new value where the engine has no cast to the new type");
    arguments.list(answers.m_back, "--using-back", "table.column=SQL: likewise for the way back");
    arguments.list(answers.m_discard, "--discard", "table.column: its values go with the old type, and there is nothing on the way back");
}

Status ConversionAnswers::apply(Context &context, compare::Options &options) const
{
    const auto add = [&](const QString &text) -> Result<compare::ConversionAnswer> {
        auto answer = compare::ConversionAnswer::parse(text);
        if (!answer)
            return context.usage(answer.error().message);
        return answer;
    };
    for (const QString &text : m_using) {
        JOINERY_TRY_VALUE(compare::ConversionAnswer answer, add(text));
        options.conversions.push_back(std::move(answer));
    }
    for (const QString &column : m_discard) {
        JOINERY_TRY_VALUE(compare::ConversionAnswer answer, add(column + QStringLiteral("=NULL")));
        answer.reverse = answer.conversion;
        options.conversions.push_back(std::move(answer));
    }
    for (const QString &text : m_back) {
        JOINERY_TRY_VALUE(compare::ConversionAnswer answer, add(text));
        const auto known = std::ranges::find_if(options.conversions, [&](const compare::ConversionAnswer &each) {
            return each.table == answer.table && each.column == answer.column;
        });
        answer.reverse = std::exchange(answer.conversion, {});
        if (known == options.conversions.end())
            options.conversions.push_back(std::move(answer));
        else
            known->reverse = answer.reverse;
    }
    return {};
}

void ConversionAnswers::add(const QString &column, const QString &conversion, const QString &back)
{
    if (conversion == QLatin1String("discard"))
        m_discard.append(column);
    else if (!conversion.isEmpty())
        m_using.append(column + u'=' + conversion);
    if (!back.isEmpty())
        m_back.append(column + u'=' + back);
}

void ConversionAnswers::note(Context &context, const compare::Difference &difference) const
{
    for (const compare::ConversionQuestion &question : difference.conversions)
        context.output().note(lineOf(question));
}

Status ConversionAnswers::requireAnswers(Context &context, const compare::Difference &difference) const
{
    note(context, difference);
    QStringList lines;
    for (const compare::ConversionQuestion &question : difference.conversions) {
        if (!question.onlyBack)
            lines.append(lineOf(question));
    }
    if (lines.isEmpty())
        return {};
    Error error;
    error.kind = ErrorKind::Refused;
    error.message = QStringLiteral("The engine does not turn the values of a column into its new type. Answer with --using TABLE.COLUMN=SQL "
                                   "(and --using-back for the way back), or with --discard TABLE.COLUMN.");
    error.detail = lines.join(u'\n');
    return fail(std::move(error));
}

QJsonObject toJson(const compare::ConversionQuestion &question)
{
    return {{QStringLiteral("id"), question.id()},
            {QStringLiteral("question"), question.toString()},
            {QStringLiteral("only_back"), question.onlyBack},
            {QStringLiteral("ideas"), QJsonArray::fromStringList(question.ideas)}};
}

} // namespace joinery::cli
