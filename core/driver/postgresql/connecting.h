// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/postgresql/connect_parameters.h"

struct pg_conn;

namespace joinery::driver::postgresql {

/// Takes a connection up to the point where it can be used; the caller ends it with PQfinish. The deadline and the token
/// hold at every moment of it.
Result<pg_conn *> connectTo(ConnectParameters parameters, const CancelToken &token);

} // namespace joinery::driver::postgresql
