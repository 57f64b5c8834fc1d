// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace joinery::transfer {

/// Where a JSON value ends.
struct JsonScan
{
    enum class State { Complete, Incomplete, Wrong };
    State state = State::Complete;
    const char *end = nullptr; ///< behind the value, or where it is wrong
};

/// Passes by one value (RFC 8259) that begins at `at`. `last`: nothing comes behind `end`, so that a number there is
/// complete.
JsonScan scanJson(const char *at, const char *end, bool last);
const char *skipJsonBlanks(const char *at, const char *end);
/// The text of a string without its quotes, UTF-8; half a surrogate pair becomes U+FFFD.
QByteArray unescapedJson(QByteArrayView inside);

} // namespace joinery::transfer
