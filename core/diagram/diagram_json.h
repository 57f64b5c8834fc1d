// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/diagram/diagram.h"

#include <QJsonObject>

namespace joinery::diagram {

/// What diagrams/<name>.json of a project holds; tables sorted by name, so that it merges well.
QJsonObject toJson(const Diagram &diagram);
/// Error kind NewerFormat or InvalidInput, with the place.
Result<Diagram> diagramFromJson(const QJsonObject &json);

} // namespace joinery::diagram
