// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagram/chart.h"

namespace joinery::diagram {

/// How an element stands out.
enum class Emphasis { Normal, Neighbour, Selected };
/// What happened to a table between two states of a schema.
enum class Mark { None, Added, Changed, Removed };

/// The card at its place.
Element drawCard(const Card &card, Emphasis emphasis = Emphasis::Normal, Mark mark = Mark::None);
/// The line and its ends.
Element drawRelation(const Relation &relation, const Route &route, Emphasis emphasis = Emphasis::Normal);

/// All of it: relations below cards, with a margin around. `marks`: one for each card, or none at all.
Picture draw(const Chart &chart, const std::vector<Mark> &marks = {});

} // namespace joinery::diagram
