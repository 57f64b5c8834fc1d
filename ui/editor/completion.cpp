// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/completion.h"

#include <algorithm>
#include <tuple>

namespace joinery::ui {

namespace {

enum Fit { kPrefix, kWordStart, kInside, kNone };

Fit fitOf(const QString &name, const QString &typed)
{
    const qsizetype at = name.indexOf(typed, 0, Qt::CaseInsensitive);
    if (at < 0)
        return kNone;
    if (at == 0)
        return kPrefix;
    for (qsizetype i = at; i >= 0; i = name.indexOf(typed, i + 1, Qt::CaseInsensitive)) {
        if (!name.at(i - 1).isLetterOrNumber())
            return kWordStart;
    }
    return kInside;
}

} // namespace

QList<Completion> matching(const QList<Completion> &all, const QString &typed, int limit)
{
    struct Scored
    {
        Fit fit;
        const Completion *completion;
    };
    std::vector<Scored> found;
    for (const Completion &completion : all) {
        const Fit fit = typed.isEmpty() ? kPrefix : fitOf(completion.text, typed);
        // A keyword in the middle of which the letters happen to stand is noise.
        if (fit != kNone && (fit == kPrefix || !completion.icon.isEmpty()))
            found.push_back({fit, &completion});
    }
    std::ranges::stable_sort(found, [](const Scored &a, const Scored &b) {
        return std::tuple(a.fit, a.completion->rank) < std::tuple(b.fit, b.completion->rank);
    });
    QList<Completion> best;
    for (const Scored &scored : found) {
        if (best.size() == limit)
            break;
        best.append(*scored.completion);
    }
    return best;
}

} // namespace joinery::ui
