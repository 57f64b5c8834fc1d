// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/mapping/model.h"
#include "support/database.h"

namespace joinery::test {

/// The tables of the unit-of-work scripts on one engine, and the entities over them.
class ScriptModel
{
public:
    static QStringList createStatements(const QString &engine);
    static QStringList tables(); ///< in the order in which they can be emptied
    /// From what the engine tells of its tables.
    static Result<session::Model> reflect(driver::Connection &connection);
};

} // namespace joinery::test
