// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagram/look.h"
#include "core/diagram/paint/fonts.h"

#include <QColor>

class QPainter;

namespace joinery::paint {

QColor color(const diagram::Look &look, diagram::Role role);

/// Draws in the painter's coordinates; the opacity of the element is taken times the painter's.
void paint(QPainter &painter, const diagram::Element &element, const diagram::Look &look, const Fonts &fonts);
/// The background and everything on it.
void paint(QPainter &painter, const diagram::Picture &picture, const diagram::Look &look, const Fonts &fonts);

} // namespace joinery::paint
