// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/driver/value.h"

#include <QJsonObject>

namespace joinery::session {

/// Exact: what comes back equals what went in, bytes and the bits of a double included.
QJsonObject valueToJson(const driver::Value &value);
Result<driver::Value> valueFromJson(const QJsonValue &json);

} // namespace joinery::session
