// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

struct pg_conn;
struct pg_result;

namespace joinery::driver::postgresql {

/// What an SQLSTATE means.
ErrorKind kindOfState(const QString &sqlState);
/// The error of a failed result; `sql` is what was sent. The damage is the caller's to say.
Error errorOf(const pg_result *result, const QString &sql);
/// What is known when the connection broke: libpq's or the server's last words.
Error lostConnection(const pg_conn *connection, const QString &sql);
/// Why a connection did not come up: the stage is told by the SQLSTATE that the server gave, by libpq's state before it
/// failed (`lastStatus`), and at last by its words.
Error connectError(const pg_conn *connection, int lastStatus);

} // namespace joinery::driver::postgresql
