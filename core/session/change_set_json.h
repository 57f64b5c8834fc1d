// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/session/change_set.h"

#include <QJsonObject>

namespace joinery::session {

/// Exact: what comes back equals what went in, bytes and the bits of a double included.
QJsonObject toJson(const RowChange &change);
Result<RowChange> rowChangeFromJson(const QJsonObject &json);

QJsonArray toJson(const std::vector<RowChange> &changes);
Result<std::vector<RowChange>> rowChangesFromJson(const QJsonArray &json);

} // namespace joinery::session
