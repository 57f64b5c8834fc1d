// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagram/look.h"

#include <QByteArray>

namespace joinery::diagram {

/// A whole SVG file: text stays text, every table and relation is a group with a title.
QByteArray svg(const Picture &picture, const Look &look, const QString &title, const QString &fontFamily);

} // namespace joinery::diagram
