// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"

namespace joinery::test {

/// What a PostgreSQL server says of its own schemas through its pg_get_... functions, one line for each thing, sorted. It
/// holds for every version, also for servers that the installed pg_dump is too old for.
Result<QStringList> postgresqlFacts(driver::Connection &connection);

/// The major version of the installed pg_dump, which reads no server that is newer; 0 where there is none.
int pgDumpVersion();

/// The lines that only one of the two has, with "-" or "+" before them.
QString differenceOf(const QStringList &left, const QStringList &right);

} // namespace joinery::test
