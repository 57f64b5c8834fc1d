// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/driver/value.h"
#include "core/schema/type.h"

namespace joinery::session {

/// What a person typed for a column, as an exact value; the reverse of Value::toText. Kind Data with a sentence where
/// the text cannot be meant (letters for a number). Everything else is left to the server's judgement. `before` is the
/// value that stood there: an engine that takes any type in any column keeps the kind that it had.
Result<driver::Value> valueFromText(const QString &text, const schema::Type &type, const driver::Value &before,
                                    bool looseTypes);

} // namespace joinery::session
