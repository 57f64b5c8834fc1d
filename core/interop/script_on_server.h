// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/interop/scratch_database.h"

namespace joinery::interop {

/// What a script makes, as the engine itself sees it: the script is run on a scratch database of the server, which is
/// inspected and dropped. Statements that move rows are left out, and so are those that would reach beyond the scratch
/// database (owners, privileges, roles, other databases): the findings IN213 to IN215 say so. A statement that names a
/// table of another database is Refused.
Result<dialect::Inspection> readScriptOnServer(const QString &script, const driver::Url &server, const dialect::Dialect &dialect,
                                               const dialect::InspectOptions &options, const Connect &connect, const CancelToken &token);

} // namespace joinery::interop
