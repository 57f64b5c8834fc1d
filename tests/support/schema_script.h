// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"

namespace joinery::test {

/// The text of a schema script, as it holds for this server: PostgreSQL's may say "/*!15 text */" for what is there from
/// version 15 on, and "/*!<15 text */" for what stands in its place before.
Result<QString> readSchemaScript(const QString &path, const driver::Connection &connection);

/// Runs its statements but for those that name an owner, because the roles are not here.
Status runScript(driver::Connection &connection, const QString &script);

} // namespace joinery::test
