// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/answers_file.h"
#include "app/cli/commands/commands.h"
#include "app/cli/migration_session.h"
#include "app/cli/source.h"
#include "app/cli/source_comparison.h"
#include "core/builtin_spelling.h"
#include "core/dialect/adapt.h"
#include "core/dialect/comparison.h"

#include <QJsonArray>

namespace joinery::cli {

namespace {

/// Models that lost more than this share of their tables are more likely not all there.
constexpr double kMaximumDropShare = 0.3;

class Migrate : public Command
{
public:
    Migrate() : Command("migrate", "Make a revision from what the models have that the head has not") {}

    void declare(Arguments &arguments) override
    {
        arguments.required(m_message, "-m,--message", "What the revision does");
        arguments.flag(m_againstDatabase, "--against-db", "Compare the models with the database, not with the head");
        RenameAnswers::declare(arguments, m_answers);
        ConversionAnswers::declare(arguments, m_conversions);
        DataAnswers::declare(arguments, m_data);
        arguments.optional(m_answersFile, "--answers", "A file with the answers: what this command prints when it has open questions, with null replaced");
        arguments.flag(m_allowDestructive, "--allow-destructive", "Also where most of the tables are dropped");
    }

    Result<ExitCode> run(Context &context) override
    {
        if (!m_answersFile.isEmpty()) {
            const Result<AnswersFile> file = AnswersFile::read(m_answersFile);
            if (!file)
                return file.error().kind == ErrorKind::InvalidInput ? Result<ExitCode>(context.usage(file.error().message)) : fail(file.error());
            file->give(m_answers, m_conversions, m_data);
        }
        JOINERY_TRY_VALUE(const ProjectHistory session, openHistory(context));
        const QStringList heads = session.history.graph().headIds();
        if (heads.size() > 1)
            return fail(ErrorKind::Conflict, QStringLiteral("There are %1 heads (%2): put them together with "
                                                            "`joinery-cli merge heads -m MESSAGE` first.")
                                                 .arg(heads.size()).arg(heads.join(QStringLiteral(", "))));
        JOINERY_TRY_VALUE(schema::Catalog models, session.project.loadModels());
        JOINERY_TRY_VALUE(const compare::Difference difference, compareModels(context, session.history, models));
        for (const Finding &finding : difference.findings)
            context.output().finding(finding);
        const std::vector<compare::RenameCandidate> renames = m_answers.unanswered(context, difference);
        const Status converted = m_conversions.requireAnswers(context, difference);
        if (!renames.empty() || !converted) {
            // The error is the first thing to answer; the file has all that is known to be open.
            JOINERY_TRY(context.output().write(AnswersFile::skeleton(renames, difference.conversions)));
        }
        JOINERY_TRY(RenameAnswers::refuse(renames));
        if (!converted)
            return fail(converted.error());
        if (difference.isEmpty()) {
            context.output().note(QStringLiteral("Nothing has changed: no revision is needed."));
            if (context.options().json)
                JOINERY_TRY(context.output().write(QJsonObject{{QStringLiteral("revision"), QJsonValue()}}));
            return ExitCode::Done;
        }
        migration::Revision revision;
        revision.id = migration::Revision::newId();
        revision.parents = heads;
        revision.message = m_message;
        revision.created = QDateTime::currentDateTimeUtc();
        revision.dialect = models.dialect;
        JOINERY_TRY_VALUE(const schema::Catalog before, session.history.catalogAtHeads());
        const dialect::Dialect *dialect = projectDialect(context, models);
        JOINERY_TRY_VALUE(revision.operations, m_data.apply(context, difference.operations, before, dialect ? *dialect : *findDialect(QStringLiteral("sqlite"))));
        JOINERY_TRY_VALUE(const migration::LintFindings rows, m_data.open(context, session, revision));
        if (!rows.empty()) {
            JOINERY_TRY(context.output().write(AnswersFile::skeleton({}, {}, rows, revision.operations)));
        }
        JOINERY_TRY(DataAnswers::refuse(rows));
        return addRevision(context, session, revision);
    }

private:
    Result<compare::Difference> compareModels(Context &context, const migration::History &history,
                                           schema::Catalog &models)
    {
        compare::Options options;
        schema::Catalog from;
        Source database;
        if (m_againstDatabase) {
            JOINERY_TRY_VALUE(const driver::Url url, context.databaseUrl());
            JOINERY_TRY_VALUE(database, readDatabase(context, url, {{}, {}, {}, true}));
            options = dialect::comparisonOptions(*database.dialect);
            models = dialect::adapt(models, *database.dialect, database.server.versionNumber).catalog;
            alignSpelling(database.catalog, models, *database.dialect);
        } else {
            JOINERY_TRY_VALUE(from, history.catalogAtHeads());
            // What the engine of this project cannot convert is asked now, not when the database refuses it.
            if (const dialect::Dialect *dialect = projectDialect(context, models))
                options.conversion = dialect::comparisonOptions(*dialect).conversion;
        }
        options.maximumDropShare = m_allowDestructive ? 1.0 : kMaximumDropShare;
        JOINERY_TRY(m_answers.apply(context, options));
        JOINERY_TRY(m_conversions.apply(context, options));
        if (m_againstDatabase)
            return compareWithDatabase(context, database, models, options);
        return compare::compare(from, models, options);
    }

    static const dialect::Dialect *projectDialect(Context &context, const schema::Catalog &models)
    {
        if (const auto url = context.databaseUrl())
            return &dialectOf(*url);
        return models.dialect.isEmpty() ? nullptr : findDialect(models.dialect);
    }

    QString m_message, m_answersFile;
    RenameAnswers m_answers;
    ConversionAnswers m_conversions;
    DataAnswers m_data;
    bool m_againstDatabase = false;
    bool m_allowDestructive = false;
};

} // namespace

std::unique_ptr<Command> makeMigrate()
{
    return std::make_unique<Migrate>();
}

} // namespace joinery::cli
