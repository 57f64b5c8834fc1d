// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace joinery::ui {

struct FuzzyMatch
{
    int score = 0;          ///< higher is better
    QList<int> positions;   ///< of the letters that matched, in the text
};

/// Whether the letters of `pattern` occur in `text` in their order, without regard to case and blanks; better where
/// they are at starts of words, in a row, and the text is short. An empty pattern matches everything.
std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text);

} // namespace joinery::ui
