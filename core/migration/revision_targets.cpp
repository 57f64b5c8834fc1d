// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/revision_targets.h"

#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace joinery::migration {

namespace {

using Follow = RevisionGraph::Follow;

// Places that are no revision: before the first one, where nothing was said yet, and past an end.
constexpr int kBase = -1;
constexpr int kUnset = -2;
constexpr int kOutside = -3;

/// A word taken apart: what stands before '@', and the ids behind it.
struct Words
{
    QStringList ids;
    QString branch;
};

struct Relative
{
    QString branch, symbol, text;
    int steps = 0;
};

// More than a number holds is more than any graph has; the least number has no counterpart above zero.
int stepsOf(const QString &text)
{
    constexpr int kMost = std::numeric_limits<int>::max();
    bool fits = false;
    const int steps = text.toInt(&fits);
    if (fits)
        return std::max(steps, -kMost);
    return text.startsWith(u'-') ? -kMost : kMost;
}

std::optional<Relative> parseRelative(const QString &target)
{
    static const QRegularExpression kRelative(QStringLiteral("^(?:(.+?)@)?(\\w+)?([+-]\\d+)"),
                                              QRegularExpression::UseUnicodePropertiesOption);
    const QRegularExpressionMatch match = kRelative.match(target);
    if (!match.hasMatch())
        return std::nullopt;
    return Relative{match.captured(1), match.captured(2), match.captured(3), stepsOf(match.captured(3))};
}

tl::unexpected<Error> tooFar(const QString &text, int steps)
{
    return fail(ErrorKind::Undefined, QStringLiteral("There are no %1 revisions to go for '%2'.").arg(qAbs(steps)).arg(text));
}

tl::unexpected<Error> severalHeads(const QStringList &heads, const QString &target)
{
    return fail(ErrorKind::InvalidInput,
                QStringLiteral("'%1' is more than one revision: %2.").arg(target, heads.join(QStringLiteral(", "))));
}

class Resolver
{
public:
    explicit Resolver(const RevisionGraph &graph) : m_graph(graph) {}

    Result<Words> words(const QString &text) const
    {
        const qsizetype at = text.indexOf(u'@');
        const QString branch = at < 0 ? QString() : text.left(at);
        const QString id = at < 0 ? text : text.mid(at + 1);
        if (id == QLatin1String("heads")) {
            if (branch.isEmpty())
                return Words{m_graph.realHeadIds(), branch};
            JOINERY_TRY_VALUE(const Indexes heads, lineage(m_graph.heads(), branch, Follow::Parents));
            return Words{m_graph.ids(heads), branch};
        }
        if (id == QLatin1String("head")) {
            JOINERY_TRY_VALUE(const Indexes heads, lineage(m_graph.heads(), branch, Follow::Parents));
            if (heads.size() > 1)
                return severalHeads(m_graph.ids(heads), text);
            return Words{m_graph.ids(heads), branch};
        }
        if (id == QLatin1String("base") || id.isEmpty())
            return Words{{}, branch};
        return Words{{id}, branch};
    }

    /// One id, label, or the beginning of one.
    Result<int> identified(const QString &id, const QString &branch = {}) const
    {
        int branchRevision = kUnset;
        if (!branch.isEmpty()) {
            JOINERY_TRY_VALUE(branchRevision, branchOf(branch));
        }
        int found = m_graph.indexOf(id);
        if (found < 0)
            found = m_graph.labelled(id);
        if (found < 0) {
            JOINERY_TRY_VALUE(found, partly(id, branch));
        }
        if (branchRevision >= 0 && !shares(found, {branchRevision}, Follow::Parents)) {
            return fail(ErrorKind::Undefined, QStringLiteral("Revision %1 is not a member of the branch '%2'.")
                                                  .arg(m_graph.node(found).id, branch));
        }
        return found;
    }

    Result<Indexes> all(const QString &text) const
    {
        JOINERY_TRY_VALUE(const Words word, words(text));
        static const QRegularExpression kDown(QStringLiteral("^-\\d+$"));
        Indexes found;
        if (word.ids.size() == 1 && kDown.match(word.ids.front()).hasMatch()) {
            for (const int head : m_graph.realHeads()) {
                if (!word.branch.isEmpty() && !m_graph.node(head).branches.contains(word.branch))
                    continue;
                JOINERY_TRY_VALUE(const int at, walk(head, stepsOf(word.ids.front())));
                if (at == kOutside)
                    return tooFar(text, stepsOf(word.ids.front()));
                if (at >= 0 && std::ranges::find(found, at) == found.end())
                    found.push_back(at);
            }
            return found;
        }
        for (const QString &id : word.ids) {
            JOINERY_TRY_VALUE(const int at, identified(id, word.branch));
            found.push_back(at);
        }
        return found;
    }

    /// kBase where the word means "before all".
    Result<int> one(const QString &text) const
    {
        JOINERY_TRY_VALUE(const Words word, words(text));
        if (word.ids.size() > 1)
            return severalHeads(word.ids, text);
        if (word.ids.isEmpty()) {
            if (!word.branch.isEmpty())
                JOINERY_TRY(branchOf(word.branch));
            return kBase;
        }
        return identified(word.ids.front(), word.branch);
    }

    Result<Indexes> lineage(const Indexes &candidates, const QString &text, Follow follow) const
    {
        if (text.isEmpty())
            return candidates;
        JOINERY_TRY_VALUE(const Words word, words(text));
        if (candidates.empty())
            return candidates;
        Indexes against;
        if (!word.branch.isEmpty()) {
            JOINERY_TRY_VALUE(const int at, identified(word.branch));
            against.push_back(at);
        }
        for (const QString &id : word.ids) {
            JOINERY_TRY_VALUE(const int at, identified(id));
            against.push_back(at);
        }
        Indexes kept;
        for (const int candidate : candidates) {
            if (shares(candidate, against, follow))
                kept.push_back(candidate);
        }
        return kept;
    }

    /// `steps` up (along `branch`) or down from `start`, which may be kUnset: before the bases on the way up, above the heads
    /// on the way down. kBase below a base, kOutside past the end.
    Result<int> walk(int start, int steps, const QString &branch = {}) const
    {
        int at = start;
        for (int i = 0; i < qAbs(steps); ++i) {
            Indexes next;
            if (steps > 0) {
                next = at < 0 ? m_graph.bases() : m_graph.node(at).children;
                JOINERY_TRY_VALUE(next, lineage(next, branch, Follow::Parents));
            } else if (at != kBase) {
                next = at == kUnset ? m_graph.heads() : m_graph.node(at).parents;
                if (next.empty())
                    next.push_back(kBase);
            }
            if (next.empty())
                return kOutside;
            if (next.size() > 1) {
                return fail(ErrorKind::InvalidInput, QStringLiteral("The way is not clear: it goes to any of %1.")
                                                         .arg(m_graph.ids(next).join(QStringLiteral(", "))));
            }
            at = next.front();
        }
        return at;
    }

    /// As walk() from a word, where "base" stands for the open start.
    Result<int> walkFrom(const QString &word, int steps, const QString &branch = {}) const
    {
        JOINERY_TRY_VALUE(const int start, one(word));
        return walk(start == kBase ? kUnset : start, steps, branch);
    }

    Result<int> branchOf(const QString &branch) const
    {
        const int labelled = m_graph.labelled(branch);
        if (labelled >= 0)
            return labelled;
        Result<int> found = identified(branch);
        if (!found)
            return fail(ErrorKind::Undefined, QStringLiteral("There is no branch '%1'.").arg(branch));
        return found;
    }

private:
    bool shares(int candidate, const Indexes &against, Follow follow) const
    {
        if (against.empty())
            return true;
        Indexes line = m_graph.descendants({candidate}, follow);
        const Indexes down = m_graph.ancestors({candidate}, follow);
        line.insert(line.end(), down.begin(), down.end());
        return std::ranges::any_of(against, [&](int at) { return std::ranges::find(line, at) != line.end(); });
    }

    Result<int> partly(const QString &id, const QString &branch) const
    {
        Indexes found;
        QStringList names;
        const auto take = [&](const QString &name, int at) {
            if (name.size() > 3 && name.startsWith(id)) {
                found.push_back(at);
                names.append(name);
            }
        };
        for (int i = 0; i < int(m_graph.nodes().size()); ++i) {
            take(m_graph.node(i).id, i);
            for (const QString &label : m_graph.node(i).labels)
                take(label, i);
        }
        if (!branch.isEmpty()) {
            JOINERY_TRY_VALUE(found, lineage(found, branch, Follow::Parents));
        }
        if (found.empty()) {
            return fail(ErrorKind::Undefined,
                        QStringLiteral("There is no revision or branch '%1'.%2")
                            .arg(id, id.size() < 4 ? QStringLiteral(" Give at least four characters of an id.") : QString()));
        }
        if (found.size() > 1) {
            return fail(ErrorKind::InvalidInput, QStringLiteral("More than one revision starts with '%1': %2.")
                                                     .arg(id, m_graph.ids(found).mid(0, 3).join(QStringLiteral(", "))));
        }
        return found.front();
    }

    const RevisionGraph &m_graph;
};

/// From where "+n" counts: the current revision, or the one of several that is on the branch.
Result<int> upgradeStart(const RevisionGraph &graph, const Indexes &current, const QString &branch)
{
    const Resolver resolver(graph);
    Indexes starts = current;
    if (!branch.isEmpty()) {
        JOINERY_TRY_VALUE(starts, resolver.lineage(current, branch, Follow::Parents));
        if (starts.empty()) {
            JOINERY_TRY_VALUE(const Indexes active,
                              resolver.lineage(graph.ancestors(current, Follow::Dependencies), branch, Follow::Parents));
            for (const int at : active) {
                const bool below = std::ranges::any_of(active, [&](int other) {
                    return std::ranges::find(graph.node(other).down, at) != graph.node(other).down.end();
                });
                if (!below)
                    starts.push_back(at);
            }
        }
    }
    if (starts.size() > 1) {
        return fail(ErrorKind::InvalidInput, QStringLiteral("The database stands at several revisions (%1); name the branch, as in label@+1.")
                                                 .arg(graph.ids(starts).join(QStringLiteral(", "))));
    }
    return starts.empty() ? kUnset : starts.front();
}

/// From where "-n" counts on a branch, where several revisions are current.
Result<int> downgradeStart(const RevisionGraph &graph, const Indexes &current, const QString &branch)
{
    const Resolver resolver(graph);
    JOINERY_TRY_VALUE(Indexes starts, resolver.lineage(current, branch, Follow::Parents));
    if (starts.empty()) {
        // The branch is there only because another one depends on it.
        const Indexes active = graph.ancestors(current, Follow::Dependencies);
        Indexes tips;
        for (const int at : active) {
            const Indexes above = graph.descendants({at}, Follow::Parents);
            const bool covered = std::ranges::any_of(above, [&](int other) {
                return other != at && std::ranges::find(active, other) != active.end();
            });
            if (!covered)
                tips.push_back(at);
        }
        JOINERY_TRY_VALUE(starts, resolver.lineage(tips, branch, Follow::Parents));
    }
    if (starts.size() != 1) {
        return fail(ErrorKind::InvalidInput,
                    starts.empty() ? QStringLiteral("Nothing of the branch '%1' is in the database.").arg(branch)
                                   : QStringLiteral("Several revisions of the branch '%1' are in the database.").arg(branch));
    }
    return starts.front();
}

} // namespace

Result<Indexes> resolveTarget(const RevisionGraph &graph, const QString &target)
{
    return Resolver(graph).all(target);
}

Result<int> resolveOne(const RevisionGraph &graph, const QString &target)
{
    const std::optional<Relative> relative = parseRelative(target);
    const Resolver resolver(graph);
    if (!relative || relative->symbol.isEmpty())
        return resolver.one(target);
    JOINERY_TRY_VALUE(const int at, resolver.walkFrom(relative->symbol, relative->steps, relative->branch));
    if (at == kOutside)
        return tooFar(target, relative->steps);
    return at;
}

Result<Indexes> upgradeTarget(const RevisionGraph &graph, const QStringList &currentIds, const QString &target)
{
    const Resolver resolver(graph);
    const std::optional<Relative> relative = parseRelative(target);
    if (!relative)
        return resolver.all(target);
    int at = kOutside;
    if (relative->symbol.isEmpty()) {
        if (relative->steps <= 0)
            return tooFar(target, relative->steps);
        JOINERY_TRY_VALUE(const Indexes current, currentRevisions(graph, currentIds));
        JOINERY_TRY_VALUE(const int start, upgradeStart(graph, current, relative->branch));
        JOINERY_TRY_VALUE(at, resolver.walk(start, relative->steps, relative->branch));
    } else if (relative->steps > 0) {
        JOINERY_TRY_VALUE(at, resolver.walkFrom(relative->symbol, relative->steps, relative->branch));
    } else {
        const QString from = relative->branch.isEmpty() ? relative->symbol
                                                        : QString(relative->branch + u'@' + relative->symbol);
        JOINERY_TRY_VALUE(at, resolver.walkFrom(from, relative->steps));
    }
    if (at == kOutside)
        return tooFar(target, relative->steps);
    return at < 0 ? Indexes{} : Indexes{at};
}

Result<DowngradeTarget> downgradeTarget(const RevisionGraph &graph, const QStringList &currentIds, const QString &target)
{
    const Resolver resolver(graph);
    const std::optional<Relative> relative = parseRelative(target);
    if (!relative) {
        const qsizetype split = target.lastIndexOf(u'@');
        JOINERY_TRY_VALUE(const int at, resolver.one(target.mid(split + 1)));
        return DowngradeTarget{split < 0 ? QString() : target.left(split), at};
    }
    QString branch = relative->branch;
    int at = kOutside;
    if (relative->steps >= 0) {
        if (relative->symbol.isEmpty())
            return tooFar(target, relative->steps);
        JOINERY_TRY_VALUE(at, resolver.walkFrom(relative->symbol, relative->steps, branch));
    } else {
        QString symbol = relative->symbol;
        if (symbol.isEmpty()) {
            JOINERY_TRY_VALUE(const Indexes current, currentRevisions(graph, currentIds));
            if (current.empty())
                return tooFar(target, relative->steps);
            if (branch.isEmpty()) {
                symbol = currentIds.front();
                branch = symbol;
            } else {
                JOINERY_TRY_VALUE(const int start, downgradeStart(graph, current, branch));
                symbol = graph.node(start).id;
            }
        }
        JOINERY_TRY_VALUE(at, resolver.walkFrom(branch.isEmpty() ? symbol : QString(branch + u'@' + symbol), relative->steps));
    }
    if (at == kOutside)
        return tooFar(target, relative->steps);
    return DowngradeTarget{branch, qMax(at, kBase)};
}

Result<Indexes> inLineage(const RevisionGraph &graph, const Indexes &candidates, const QString &lineage, Follow follow)
{
    return Resolver(graph).lineage(candidates, lineage, follow);
}

Result<Indexes> currentRevisions(const RevisionGraph &graph, const QStringList &ids)
{
    Indexes found;
    for (const QString &id : ids) {
        const int at = graph.indexOf(id);
        if (at < 0) {
            return fail(ErrorKind::Undefined,
                        QStringLiteral("The database stands at revision %1, which is not among the revisions here.").arg(id));
        }
        found.push_back(at);
    }
    return found;
}

} // namespace joinery::migration
