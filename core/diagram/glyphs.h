// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagram/picture.h"

namespace joinery::diagram {

enum class Glyph { Table, Key, Reference };

/// A monoline picture in a box of Card::kIcon around `centre`.
void addGlyph(std::vector<Item> &items, Glyph glyph, const QPointF &centre, Role role);

/// How many rows of a table can stand at an end of a relation.
enum class Ending { ExactlyOne, ZeroOrOne, ZeroOrMany };

/// The crow's foot at `end`, which lies on the border of a card; `outwards` is 1 to the right and -1 to the left.
void addEnding(std::vector<Item> &items, Ending ending, const QPointF &end, int outwards, Role role, double width);

} // namespace joinery::diagram
