// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <charconv>

namespace joinery::driver {

/// A number as engines and files take it; of a double the shortest text that reads back equal. Infinities and NaN are the
/// caller's.
template <class Number>
void appendNumber(QByteArray &out, Number number)
{
    char text[40]; // the longest has 24 characters
    out.append(text, std::to_chars(text, text + sizeof text, number).ptr - text);
}

} // namespace joinery::driver
