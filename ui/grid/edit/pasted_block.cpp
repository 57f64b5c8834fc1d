// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/edit/pasted_block.h"

#include <algorithm>

namespace joinery::ui {

namespace {

PastedBlock split(const QString &text, QChar separator)
{
    PastedBlock block(1, std::vector<PastedCell>(1));
    bool inside = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        PastedCell &cell = block.back().back();
        if (inside) {
            if (c != u'"')
                cell.text += c;
            else if (i + 1 < text.size() && text.at(i + 1) == u'"')
                cell.text += text.at(++i);
            else
                inside = false;
        } else if (c == u'"' && cell.text.isEmpty() && !cell.quoted) {
            inside = cell.quoted = true;
        } else if (c == separator) {
            block.back().emplace_back();
        } else if (c == u'\n' || c == u'\r') {
            if (c == u'\r' && i + 1 < text.size() && text.at(i + 1) == u'\n')
                ++i;
            if (i + 1 < text.size())
                block.emplace_back(1);
        } else {
            cell.text += c;
        }
    }
    return block;
}

bool isEven(const PastedBlock &block)
{
    return block.size() > 1 && block.front().size() > 1
           && std::ranges::all_of(block, [&](const auto &row) { return row.size() == block.front().size(); });
}

} // namespace

PastedBlock pastedBlock(const QString &text, bool isCsv)
{
    if (text.isEmpty())
        return {};
    if (!isCsv && text.contains(u'\t'))
        return split(text, u'\t');
    PastedBlock commas = split(text, u',');
    return isCsv || isEven(commas) ? commas : split(text, u'\t');
}

} // namespace joinery::ui
