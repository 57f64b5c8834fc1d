// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

#include <QIODevice>

#include <functional>

namespace joinery::transfer {

struct ScriptReport
{
    qint64 statements = 0;
    qint64 rows = 0;    ///< that they changed
    QStringList notes;  ///< what the user should know
};

/// Runs the statements of a script, all of them or none: in one transaction, whatever BEGIN and COMMIT it holds itself. An engine
/// that commits DDL by itself cannot take that back: then the error says so. The error says on which line of the script. No
/// transaction may be open. Rows that a statement gives are dropped. `progress` gets the statements so far and the bytes read.
Result<ScriptReport> runScript(driver::Connection &connection, const dialect::Dialect &dialect, QIODevice &script, const CancelToken &token,
                               const std::function<void(qint64 statements, qint64 bytes)> &progress);

} // namespace joinery::transfer
