// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/merge.h"

#include "core/migration/operation_object.h"

#include <QMap>

#include <algorithm>

namespace joinery::migration {

namespace {

using Follow = RevisionGraph::Follow;

bool contains(const RevisionGraph::Indexes &set, int index) { return std::ranges::find(set, index) != set.end(); }

Status checkTips(const RevisionGraph &graph, const QStringList &ids, bool splice)
{
    if (ids.size() < 2)
        return fail(ErrorKind::InvalidInput, QStringLiteral("There is nothing to put together: name two revisions or more."));
    const QStringList heads = graph.headIds();
    for (const QString &id : ids) {
        if (!graph.contains(id))
            return fail(ErrorKind::Undefined, QStringLiteral("There is no revision %1.").arg(id));
        const RevisionGraph::Indexes below = graph.ancestors(graph.node(graph.indexOf(id)).parents, Follow::Parents);
        for (const QString &other : ids) {
            if (contains(below, graph.indexOf(other)))
                return fail(ErrorKind::InvalidInput, QStringLiteral("%1 stands below %2 already: there is nothing to put together.").arg(other, id));
        }
    }
    for (const QString &id : ids) {
        if (!heads.contains(id) && !splice)
            return fail(ErrorKind::Refused, QStringLiteral("%1 is no head: others follow it already, and would stay beside the merge. --splice allows it.").arg(id));
    }
    return {};
}

/// What each branch touches, with the first revision of it that does.
QMap<QString, QString> touched(const History &history, const Merge::Branch &branch)
{
    QMap<QString, QString> things;
    for (const QString &id : branch.revisions) {
        for (const operation::Operation &operation : history.revision(id)->operations) {
            for (const QString &thing : thingsOf(operation)) {
                if (!thing.isEmpty() && !things.contains(thing))
                    things.insert(thing, id);
            }
        }
    }
    return things;
}

} // namespace

Result<Merge> planMerge(const History &history, const QStringList &ids, const QString &message, bool splice)
{
    const RevisionGraph &graph = history.graph();
    JOINERY_TRY(checkTips(graph, ids, splice));
    Merge merge;
    merge.revision.id = Revision::newId();
    merge.revision.parents = ids;
    merge.revision.message = message;
    merge.revision.created = QDateTime::currentDateTimeUtc();

    std::vector<RevisionGraph::Indexes> below;
    for (const QString &id : ids)
        below.push_back(graph.ancestors({graph.indexOf(id)}, Follow::Parents));
    for (qsizetype i = 0; i < ids.size(); ++i) {
        Merge::Branch branch{ids[i], {}, {}};
        for (const QString &id : graph.upwards()) {
            const int at = graph.indexOf(id);
            const bool shared = std::ranges::all_of(below, [&](const auto &each) { return contains(each, at); });
            if (!contains(below[size_t(i)], at) || shared)
                continue;
            branch.revisions.append(id);
            const operation::Operations &operations = history.revision(id)->operations;
            branch.operations.insert(branch.operations.end(), operations.begin(), operations.end());
        }
        merge.branches.push_back(std::move(branch));
    }
    for (size_t i = 0; i < merge.branches.size(); ++i) {
        const QMap<QString, QString> here = touched(history, merge.branches[i]);
        for (size_t j = i + 1; j < merge.branches.size(); ++j) {
            const QMap<QString, QString> there = touched(history, merge.branches[j]);
            for (auto it = here.begin(); it != here.end(); ++it) {
                const QString other = there.value(it.key());
                if (other.isEmpty() || other == it.value())
                    continue;
                merge.findings.push_back({Severity::Warning, QStringLiteral("GR606"), {}, it.key(),
                                          QStringLiteral("Both branches change %1: revision %2 and revision %3. Databases may have got them in either order.")
                                              .arg(it.key(), it.value(), other),
                                          QStringLiteral("Look at both, and rehearse the merge.")});
            }
        }
    }
    std::vector<Revision> revisions = history.revisions();
    revisions.push_back(merge.revision);
    JOINERY_TRY_VALUE(const History merged, History::build(std::move(revisions)));
    if (const auto state = merged.catalogAt({merge.revision.id}); !state) {
        Error error = state.error();
        error.kind = ErrorKind::Conflict;
        error.message = QStringLiteral("The branches do not fit together: %1").arg(error.message);
        return fail(std::move(error));
    }
    return merge;
}

} // namespace joinery::migration
