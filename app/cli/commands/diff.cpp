// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/conversion_answers.h"
#include "app/cli/rename_answers.h"
#include "app/cli/revision_text.h"
#include "app/cli/script.h"
#include "app/cli/source_comparison.h"
#include "core/builtin_spelling.h"
#include "core/dialect/adapt.h"
#include "core/dialect/comparison.h"

#include <QJsonArray>

namespace joinery::cli {

namespace {

class Diff : public Command
{
public:
    Diff() : Command("diff", "The operations, or the SQL, that turn one schema into another") {}

    void declare(Arguments &arguments) override
    {
        arguments.required(m_from, "from", "A source, as of inspect");
        arguments.required(m_to, "to", "A source, as of inspect");
        arguments.choice(m_format, "--format", {QStringLiteral("text"), QStringLiteral("json"), QStringLiteral("sql")},
                         "Default: text");
        arguments.choice(m_dialect, "--dialect", dialectNames(), "Whose SQL is written (default: that of TO), and read from scripts");
        arguments.optional(m_via, "--via", "A server that runs .sql scripts, on a scratch database that is dropped again");
        RenameAnswers::declare(arguments, m_answers);
        ConversionAnswers::declare(arguments, m_conversions);
        arguments.list(m_schemas, "--schema", "Only this schema; may be given several times");
        arguments.flag(m_exitCode, "--exit-code", "Exit with 1 where there is a difference");
    }

    Result<ExitCode> run(Context &context) override
    {
        if (m_format.isEmpty())
            m_format = context.options().json ? QStringLiteral("json") : QStringLiteral("text");
        JOINERY_TRY_VALUE(Source from, readSource(context, m_from, sideOptions(m_from)));
        JOINERY_TRY_VALUE(Source to, readSource(context, m_to, sideOptions(m_to)));
        // Both sides in the terms of one engine: a model of any engine can be held against a database.
        const dialect::Dialect &common = commonDialect(from, to);
        const int version = serverVersion(common, {&from, &to});
        from.catalog = dialect::adapt(from.catalog, common, version).catalog;
        to.catalog = dialect::adapt(to.catalog, common, version).catalog;
        alignSpelling(from.catalog, to.catalog, common);
        compare::Options options = dialect::comparisonOptions(common);
        JOINERY_TRY(m_answers.apply(context, options));
        JOINERY_TRY(m_conversions.apply(context, options));
        JOINERY_TRY_VALUE(const SourceDifference found, compareSources(context, from, to, common, options));
        const compare::Difference &difference = found.difference;
        for (const Finding &finding : difference.findings)
            context.output().finding(finding);
        m_conversions.note(context, difference);
        const std::vector<compare::RenameCandidate> open = m_answers.unanswered(context, difference);
        JOINERY_TRY(write(context, from, to, found, open));
        return m_exitCode && !(difference.isEmpty() && found.maybe.empty()) ? ExitCode::Findings : ExitCode::Done;
    }

private:
    /// The two sides may be of different kinds: what concerns scripts goes to these alone.
    SourceOptions sideOptions(const QString &side) const
    {
        const bool script = side.endsWith(QLatin1String(".sql"), Qt::CaseInsensitive);
        return {m_dialect, m_schemas, script ? m_via : QString(), true};
    }

    Status write(Context &context, const Source &from, const Source &to, const SourceDifference &found,
                 const std::vector<compare::RenameCandidate> &open)
    {
        const compare::Difference &difference = found.difference;
        if (m_format == QLatin1String("text"))
            return context.output().write(operationLines(difference.operations) + maybeLines(found.maybe, QString()));
        if (m_format == QLatin1String("json")) {
            QJsonArray questions;
            for (const compare::RenameCandidate &candidate : open)
                questions.append(toJson(candidate));
            for (const compare::ConversionQuestion &question : difference.conversions)
                questions.append(toJson(question));
            return context.output().write(QJsonObject{{QStringLiteral("operations"), operationsJson(difference.operations)},
                                                      {QStringLiteral("maybe"), maybeJson(found.maybe)},
                                                      {QStringLiteral("questions"), questions}});
        }
        const dialect::Dialect &dialect = m_dialect.isEmpty() ? commonDialect(from, to) : *findDialect(m_dialect);
        JOINERY_TRY_VALUE(const dialect::SqlSteps steps, dialect::renderAll(dialect, difference.operations, from.catalog, serverVersion(dialect, {&from, &to})));
        return context.output().write(scriptText(steps, dialect) + maybeLines(found.maybe, QStringLiteral("-- ")));
    }

    QString m_from, m_to, m_format, m_dialect, m_via;
    QStringList m_schemas;
    RenameAnswers m_answers;
    ConversionAnswers m_conversions;
    bool m_exitCode = false;
};

} // namespace

std::unique_ptr<Command> makeDiff()
{
    return std::make_unique<Diff>();
}

} // namespace joinery::cli
