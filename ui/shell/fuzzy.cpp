// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzy.h"

#include <vector>

namespace joinery::ui {

namespace {

bool startsWord(QStringView text, qsizetype i)
{
    if (i == 0)
        return true;
    const QChar before = text.at(i - 1);
    return !before.isLetterOrNumber() || (text.at(i).isUpper() && before.isLower());
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text)
{
    QString letters;
    for (const QChar c : pattern)
        if (!c.isSpace())
            letters.append(c.toLower());
    const qsizetype m = letters.size();
    const qsizetype n = text.size();
    if (m == 0)
        return FuzzyMatch{};
    if (m > n)
        return {};
    // best[i][j]: the best score with letter i at place j; a row is worth more than single hits.
    constexpr int kNone = -1000000;
    std::vector<std::vector<int>> best(size_t(m), std::vector<int>(size_t(n), kNone));
    std::vector<std::vector<int>> from(size_t(m), std::vector<int>(size_t(n), -1));
    for (qsizetype i = 0; i < m; ++i) {
        int reach = kNone; // the best of the row above up to j - 1
        int reachAt = -1;
        for (qsizetype j = 0; j < n; ++j) {
            if (i > 0 && j > 0 && best[size_t(i - 1)][size_t(j - 1)] > reach) {
                reach = best[size_t(i - 1)][size_t(j - 1)];
                reachAt = int(j - 1);
            }
            if (text.at(j).toLower() != letters.at(i))
                continue;
            const int own = startsWord(text, j) ? 10 : 1;
            if (i == 0) {
                best[0][size_t(j)] = own - int(qMin<qsizetype>(j, 5));
                continue;
            }
            int score = reach == kNone ? kNone : reach + own - 2;
            int at = reachAt;
            const int inRow = j > 0 ? best[size_t(i - 1)][size_t(j - 1)] : kNone;
            if (inRow != kNone && inRow + own + 12 >= score) {
                score = inRow + own + 12;
                at = int(j - 1);
            }
            best[size_t(i)][size_t(j)] = score;
            from[size_t(i)][size_t(j)] = at;
        }
    }
    qsizetype end = -1;
    for (qsizetype j = 0; j < n; ++j)
        if (best[size_t(m - 1)][size_t(j)] > kNone / 2 && (end < 0 || best[size_t(m - 1)][size_t(j)] > best[size_t(m - 1)][size_t(end)]))
            end = j;
    if (end < 0)
        return {};
    FuzzyMatch match;
    match.score = best[size_t(m - 1)][size_t(end)] * 4 - int(n);
    if (n == m)
        match.score += 40; // the very word
    for (qsizetype i = m - 1, j = end; i >= 0; --i) {
        match.positions.prepend(int(j));
        j = from[size_t(i)][size_t(j)];
    }
    return match;
}

} // namespace joinery::ui
