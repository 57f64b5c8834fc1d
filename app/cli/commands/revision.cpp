// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/migration_session.h"
#include "core/migration/merge.h"
#include "core/migration/revision_targets.h"

namespace joinery::cli {

namespace {

class NewRevision : public Command
{
public:
    NewRevision() : Command("revision", "Make an empty revision") {}

    void declare(Arguments &arguments) override
    {
        arguments.required(m_message, "-m,--message", "What the revision does");
        arguments.optional(m_head, "--head", "The revision that it follows (default: the head); base for a root of its own");
        arguments.flag(m_splice, "--splice", "Allow --head to be a revision that others follow already");
        arguments.list(m_labels, "--branch-label", "A name for the branch that starts here");
        arguments.list(m_dependsOn, "--depends-on", "A revision that must be applied before, without being a parent");
    }

    Result<ExitCode> run(Context &context) override
    {
        JOINERY_TRY_VALUE(const ProjectHistory session, openHistory(context));
        const migration::RevisionGraph &graph = session.history.graph();
        migration::Revision revision;
        JOINERY_TRY_VALUE(revision.parents, parents(context, graph));
        for (const QString &word : m_dependsOn) {
            JOINERY_TRY_VALUE(const int index, migration::resolveOne(graph, word));
            if (index < 0)
                return context.usage(QStringLiteral("\"%1\" names no revision.").arg(word));
            // A label stays a label: it follows its branch.
            revision.dependsOn.append(graph.labelled(word) >= 0 ? word : graph.node(index).id);
        }
        revision.id = migration::Revision::newId();
        revision.labels = m_labels;
        revision.message = m_message;
        revision.created = QDateTime::currentDateTimeUtc();
        return addRevision(context, session, revision);
    }

private:
    Result<QStringList> parents(Context &context, const migration::RevisionGraph &graph) const
    {
        const QStringList heads = graph.headIds();
        if (m_head.isEmpty() && heads.size() > 1)
            return context.usage(QStringLiteral("There are %1 heads (%2): name one with --head.")
                                     .arg(heads.size()).arg(heads.join(QStringLiteral(", "))));
        if (m_head.isEmpty())
            return heads;
        JOINERY_TRY_VALUE(const int index, migration::resolveOne(graph, m_head));
        if (index < 0)
            return QStringList();
        const QString id = graph.node(index).id;
        if (!heads.contains(id) && !m_splice)
            return fail(ErrorKind::Refused, QStringLiteral("%1 is no head: a revision behind it makes a branch. --splice allows it.").arg(id));
        return QStringList{id};
    }

    QString m_message, m_head;
    QStringList m_labels, m_dependsOn;
    bool m_splice = false;
};

class Merge : public Command
{
public:
    Merge() : Command("merge", "Make a revision that puts several heads together") {}

    void declare(Arguments &arguments) override
    {
        arguments.requiredList(m_words, "revisions", "Two revisions or more, or `heads`");
        arguments.required(m_message, "-m,--message", "What the revision does");
        arguments.list(m_labels, "--branch-label", "A name for the branch that starts here");
        arguments.flag(m_splice, "--splice", "Allow revisions that are no heads");
    }

    Result<ExitCode> run(Context &context) override
    {
        JOINERY_TRY_VALUE(const ProjectHistory session, openHistory(context));
        const migration::RevisionGraph &graph = session.history.graph();
        QStringList parents;
        for (const QString &word : m_words) {
            JOINERY_TRY_VALUE(const migration::Indexes found, migration::resolveTarget(graph, word));
            for (const QString &id : graph.ids(found)) {
                if (!parents.contains(id))
                    parents.append(id);
            }
        }
        Result<migration::Merge> merge = migration::planMerge(session.history, parents, m_message, m_splice);
        if (!merge && merge.error().kind == ErrorKind::InvalidInput)
            return context.usage(merge.error().message);
        if (!merge)
            return fail(std::move(merge).error());
        for (const Finding &each : merge->findings)
            context.output().finding(each);
        merge->revision.labels = m_labels;
        return addRevision(context, session, merge->revision);
    }

private:
    QStringList m_words, m_labels;
    QString m_message;
    bool m_splice = false;
};

} // namespace

std::unique_ptr<Command> makeRevision()
{
    return std::make_unique<NewRevision>();
}

std::unique_ptr<Command> makeMerge()
{
    return std::make_unique<Merge>();
}

} // namespace joinery::cli
