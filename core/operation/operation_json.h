// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/operation/operation.h"

#include <QJsonArray>
#include <QJsonObject>

namespace joinery::operation {

/// {"op": "rename_column", "table": "book", "from": "writer_id", "to": "author_id"}: what a revision file holds.
/// Reading is strict, as in schema/catalog_json.h.
QJsonObject toJson(const Operation &operation);
QJsonArray toJson(const Operations &operations);
Result<Operation> operationFromJson(const QJsonObject &json);
Result<Operations> operationsFromJson(const QJsonArray &json);

} // namespace joinery::operation
