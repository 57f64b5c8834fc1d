// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/bulk_insert.h"
#include "core/driver/connection.h"
#include "core/sql/script_reader.h"

namespace joinery::transfer {

/// The COPY ... FROM stdin of a script, and the lines behind it, as pg_dump writes them.
class CopyData
{
public:
    /// Nothing but the text format of COPY is understood.
    static Result<driver::BulkTarget> target(const QString &statement);

    /// Sends all lines to the server, in a transaction of its own where none is open; returns the number of rows. The error
    /// of a refused row names its line of the script.
    static Result<qint64> run(driver::Connection &connection, sql::ScriptReader &reader, const sql::ScriptReader::Statement &statement,
                              const CancelToken &token);
};

} // namespace joinery::transfer
