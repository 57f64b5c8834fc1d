// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace joinery::driver::mysql {

/// What an errno of MySQL, MariaDB or their client library means.
ErrorKind kindOf(unsigned int number);
/// True for the numbers after which the connection is of no use.
bool isLost(unsigned int number);
/// An error of a statement; the place is taken from "near '...' at line N". The damage is the caller's to say.
Error errorOf(unsigned int number, const char *sqlState, const QString &message, const QString &sql);

} // namespace joinery::driver::mysql
