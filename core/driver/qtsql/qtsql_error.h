// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <vector>

class QSqlError;

namespace joinery::driver::qtsql {

struct Diagnostic;

/// What an answer of a database behind ODBC or a Qt plugin means: its state, and its words where the state is a general one.
ErrorKind kindOf(const QString &sqlState, const QString &message);
/// The driver's own words, all of them.
Error errorOf(const std::vector<Diagnostic> &said, const QString &sql);
/// Where ODBC's own diagnostics are not to be had: of a plugin, or of a connection that did not come up.
Error errorOf(const QSqlError &error, const QString &sql);

} // namespace joinery::driver::qtsql
