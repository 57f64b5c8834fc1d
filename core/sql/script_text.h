// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/flavor.h"

namespace joinery::sql {

/// A statement with its end, as the engine's own client reads it from a script: a semicolon, and around what holds
/// semicolons itself (MySQL's triggers and routines) lines of DELIMITER. splitScript gives the statement back.
QString terminated(const QString &statement, Flavor flavor);

} // namespace joinery::sql
