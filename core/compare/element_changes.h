// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/shape.h"

namespace joinery::compare {

/// How a list of constraints or indexes of one table differs.
template <class Element>
struct ListChange
{
    std::vector<Element> dropped, added;
    std::vector<std::pair<Element, QString>> renamed;
};

/// By Uid, by name, then by shape; a name that only one side gives does not tell elements apart, and one that only the new
/// side gives is a rename.
template <class Element>
ListChange<Element> changeOf(const std::vector<Element> &from, const std::vector<Element> &to, const Shape &fromShape,
                             const Shape &toShape)
{
    ListChange<Element> change;
    std::vector<char> usedFrom(from.size()), usedTo(to.size());
    const auto pair = [&](size_t f, size_t t) {
        usedFrom[f] = usedTo[t] = 1;
        if (fromShape.of(from[f]) != toShape.of(to[t])) {
            change.dropped.push_back(from[f]);
            change.added.push_back(to[t]);
        } else if (!to[t].name.isEmpty() && !fromShape.takesAnyName(from[f].name)
                   && fromShape.name(from[f].name) != toShape.name(to[t].name)) {
            change.renamed.emplace_back(from[f], to[t].name);
        }
    };
    const auto pairWhere = [&](auto same) {
        for (size_t t = 0; t < to.size(); ++t) {
            for (size_t f = 0; f < from.size() && !usedTo[t]; ++f) {
                if (!usedFrom[f] && same(from[f], to[t]))
                    pair(f, t);
            }
        }
    };
    pairWhere([](const Element &a, const Element &b) { return !a.uid.isNull() && a.uid == b.uid; });
    pairWhere([&](const Element &a, const Element &b) {
        return !a.name.isEmpty() && fromShape.name(a.name) == toShape.name(b.name);
    });
    pairWhere([&](const Element &a, const Element &b) { return fromShape.of(a) == toShape.of(b); });
    for (size_t f = 0; f < from.size(); ++f) {
        if (!usedFrom[f])
            change.dropped.push_back(from[f]);
    }
    for (size_t t = 0; t < to.size(); ++t) {
        if (!usedTo[t])
            change.added.push_back(to[t]);
    }
    return change;
}

} // namespace joinery::compare
