// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace joinery::ui {

/// A cell of a text that was copied from a spreadsheet or an editor. Nothing and "" differ: NULL and an empty text.
struct PastedCell
{
    QString text;
    bool quoted = false;
    friend bool operator==(const PastedCell &, const PastedCell &) = default;
};
using PastedBlock = std::vector<std::vector<PastedCell>>;

/// Tabs separate cells where there are any. Commas do only where every one of several lines has the same number of
/// them, or where the text says of itself that it is CSV: a sentence is one cell.
PastedBlock pastedBlock(const QString &text, bool isCsv = false);

} // namespace joinery::ui
