// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagram/picture.h"

#include <QFont>

namespace joinery::paint {

/// The fonts of a picture, all of one family. Needs a QGuiApplication (the offscreen platform will do).
class Fonts
{
public:
    explicit Fonts(const QString &family = {}); ///< empty: the application's font

    const QFont &font(diagram::TextStyle style) const { return m_fonts[size_t(style)]; }
    QString family() const;
    /// Fit for any thread; remembers the widths that it measured.
    diagram::TextMeasure measure() const;

private:
    QFont m_fonts[5];
};

} // namespace joinery::paint
