// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/value.h"

namespace joinery::session {

/// The same for a person: what is typed carries another tag than what is read.
inline bool sameValue(const driver::Value &a, const driver::Value &b)
{
    if (a.tag() == b.tag())
        return a == b;
    if (a.isNull() || b.isNull() || a.isDefault() || b.isDefault())
        return false;
    const bool bytes = a.tag() == driver::ValueTag::Bytes || b.tag() == driver::ValueTag::Bytes;
    return !bytes && a.toText() == b.toText();
}

} // namespace joinery::session
