// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/migration_session.h"
#include "app/cli/revision_text.h"
#include "core/migration/revision_targets.h"

#include <QJsonArray>
#include <QSet>

namespace joinery::cli {

namespace {

using migration::RevisionGraph;

/// Three lists of revisions that differ in which ones they show.
class RevisionList : public Command
{
public:
    enum class Which { History, Heads, Branches };
    RevisionList(Which which, const char *name, const char *description) : Command(name, description), m_which(which) {}

    void declare(Arguments &arguments) override
    {
        if (m_which == Which::History)
            arguments.optional(m_range, "range", "FROM:TO, either end may be left out; `current` is where the database stands");
    }

    Result<ExitCode> run(Context &context) override
    {
        JOINERY_TRY_VALUE(const ProjectHistory session, openHistory(context));
        JOINERY_TRY_VALUE(const QStringList ids, chosen(context, session.history));
        QJsonArray array;
        for (const QString &id : ids) {
            const migration::Revision &revision = *session.history.revision(id);
            array.append(revisionSummary(revision, session.history.graph()));
            if (!context.options().json)
                JOINERY_TRY(context.output().writeLine(revisionLine(revision, session.history.graph())));
        }
        if (context.options().json)
            JOINERY_TRY(context.output().write(QJsonObject{{QStringLiteral("revisions"), array}}));
        return ExitCode::Done;
    }

private:
    Result<QStringList> chosen(Context &context, const migration::History &history) const
    {
        if (m_which == Which::Heads)
            return history.graph().headIds();
        if (m_which == Which::Branches)
            return history.graph().branchPoints();
        return range(context, history.graph());
    }

    /// Newest first, both ends included.
    Result<QStringList> range(Context &context, const RevisionGraph &graph) const
    {
        const auto [from, to] = splitRange(m_range.contains(u':') || m_range.isEmpty() ? m_range : QString(u':' + m_range));
        const QStringList all = graph.upwards();
        QSet<QString> wanted(all.begin(), all.end());
        const auto keep = [&](const RevisionGraph::Indexes &indexes) {
            const QStringList ids = graph.ids(indexes);
            wanted.intersect(QSet<QString>(ids.begin(), ids.end()));
        };
        if (!from.isEmpty()) {
            JOINERY_TRY_VALUE(const RevisionGraph::Indexes start, resolve(context, graph, from));
            if (!start.empty())
                keep(graph.descendants(start, RevisionGraph::Follow::Parents));
        }
        if (!to.isEmpty()) {
            JOINERY_TRY_VALUE(const RevisionGraph::Indexes end, resolve(context, graph, to));
            keep(graph.ancestors(end, RevisionGraph::Follow::Parents));
        }
        QStringList ids;
        for (const QString &id : all) {
            if (wanted.contains(id))
                ids.prepend(id);
        }
        return ids;
    }

    static Result<RevisionGraph::Indexes> resolve(Context &context, const RevisionGraph &graph, const QString &word)
    {
        if (word != QLatin1String("current"))
            return migration::resolveTarget(graph, word);
        JOINERY_TRY_VALUE(Database database, context.openDatabase());
        JOINERY_TRY_VALUE(const QStringList current, currentHeads(context, database));
        return migration::currentRevisions(graph, current);
    }

    Which m_which;
    QString m_range;
};

} // namespace

std::unique_ptr<Command> makeHistory()
{
    return std::make_unique<RevisionList>(RevisionList::Which::History, "history", "All revisions, newest first");
}

std::unique_ptr<Command> makeHeads()
{
    return std::make_unique<RevisionList>(RevisionList::Which::Heads, "heads", "The revisions that nothing follows");
}

std::unique_ptr<Command> makeBranches()
{
    return std::make_unique<RevisionList>(RevisionList::Which::Branches, "branches", "The revisions that several follow");
}

} // namespace joinery::cli
