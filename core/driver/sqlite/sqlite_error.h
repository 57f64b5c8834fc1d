// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

struct sqlite3;

namespace joinery::driver::sqlite {

/// What an extended result code means.
ErrorKind kindOf(int extendedCode);
/// The last error of the connection in SQLite's own words. `sql` is the UTF-8 that was run, for the offset.
Error errorOf(sqlite3 *handle, int code, const QByteArray &sql = {});

} // namespace joinery::driver::sqlite
