// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/findings.h"
#include "app/cli/migration_session.h"
#include "app/cli/script.h"
#include "core/migration/revision_targets.h"

namespace joinery::cli {

namespace {

class Lint : public Command
{
public:
    Lint() : Command("lint", "What is to be said of revisions before they run: lost data, blocked writers, broken programs") {}

    void declare(Arguments &arguments) override
    {
        arguments.optional(m_range, "revision", "A revision, or FROM:TO (default: what is new since the database's revision, or all)");
        arguments.choice(m_dialect, "--dialect", dialectNames(), "For this engine, without asking a database");
        arguments.list(m_allow, "--allow", "CODE=REASON or CODE:OBJECT=REASON: let it stand, and write that into the revision");
    }

    Result<ExitCode> run(Context &context) override
    {
        JOINERY_TRY_VALUE(const ProjectHistory session, openHistory(context));
        migration::LintOptions options;
        dialect::Inspection live;
        QStringList current;
        if (!m_dialect.isEmpty()) {
            options.dialect = findDialect(m_dialect);
        } else {
            driver::ConnectOptions readOnly;
            readOnly.readOnly = true;
            JOINERY_TRY_VALUE(Database database, context.openDatabase(readOnly));
            JOINERY_TRY_VALUE(live, database.dialect->inspect(*database.connection, {}, context.token()));
            JOINERY_TRY_VALUE(current, currentHeads(context, database));
            options = migration::lintOptions(*database.connection, *database.dialect, live.catalog);
        }
        JOINERY_TRY_VALUE(const QStringList ids, revisionsOf(session.history, m_range, current));
        JOINERY_TRY_VALUE(migration::LintFindings findings, migration::lint(session.history.reaching(current), ids, options));
        if (!m_allow.isEmpty()) {
            JOINERY_TRY(allow(context, session, findings));
        }
        return writeFindings(context, findings, QStringLiteral("Nothing is to be said of these %1 revisions.").arg(ids.size()));
    }

private:
    /// Writes the allowances into the revisions whose findings they match.
    Status allow(Context &context, const ProjectHistory &session, migration::LintFindings &findings)
    {
        for (const QString &text : m_allow) {
            const qsizetype equals = text.indexOf(u'=');
            const QString what = text.left(equals).trimmed(), reason = equals < 0 ? QString() : text.mid(equals + 1).trimmed();
            if (reason.isEmpty())
                return context.usage(QStringLiteral("\"%1\" gives no reason; write CODE=REASON or CODE:OBJECT=REASON.").arg(text));
            const migration::Allowance allowance{what.section(u':', 0, 0), what.section(u':', 1), reason};
            QStringList changed;
            for (migration::LintFinding &finding : findings) {
                const bool meant = finding.finding.code == allowance.code && (allowance.object.isEmpty() || finding.finding.object == allowance.object);
                if (!meant || !session.history.revision(finding.revision))
                    continue;
                finding.allowed = reason;
                if (changed.contains(finding.revision))
                    continue;
                changed.append(finding.revision);
                migration::Revision revision = *session.history.revision(finding.revision);
                revision.allowances.push_back(allowance);
                JOINERY_TRY(session.project.revisions().replace(revision));
            }
            if (changed.isEmpty())
                return fail(ErrorKind::Undefined, QStringLiteral("There is no finding %1.").arg(what));
        }
        return {};
    }

    QString m_range, m_dialect;
    QStringList m_allow;
};

} // namespace

std::unique_ptr<Command> makeLint()
{
    return std::make_unique<Lint>();
}

} // namespace joinery::cli
