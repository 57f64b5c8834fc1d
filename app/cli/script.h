// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

namespace joinery::cli {

/// Steps as a script for the engine's own client: BEGIN and COMMIT stand around what runs in a transaction, where the
/// engine can take DDL back.
QString scriptText(const dialect::SqlSteps &steps, const dialect::Dialect &dialect);

/// What --dialect takes.
QStringList dialectNames();

} // namespace joinery::cli
