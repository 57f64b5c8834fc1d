// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"
#include "core/transfer/file_shape.h"
#include "core/transfer/keyed_insert.h"

namespace joinery::transfer {

struct LoadProgress
{
    enum class Phase { Looking, Loading };
    Phase phase = Phase::Loading;
    qint64 rows = 0;
    qint64 bytes = 0; ///< of the file
};

struct LoadRequest
{
    schema::Name table;
    FileShape shape;
    /// The table is made, with types that the whole file was looked through for.
    bool create = false;
    /// Types that somebody corrected, by the name of the table's column; for `create`.
    QMap<QString, schema::Type> types;
    /// Column of the file, column of the table; an empty one leaves the file's column out. What is not named here goes
    /// to the column of its own name.
    std::vector<std::pair<QString, QString>> map;
    OnConflict onConflict = OnConflict::Stop;
    QStringList key; ///< of the table, unless onConflict is Stop; empty: its primary key, or a UNIQUE that the file holds
    /// A row that cannot be read, or that the database refuses, is told to `bad` and left out. Otherwise it ends the load.
    bool skipBad = false;
    std::function<Status(const BadRow &)> bad;
    std::function<void(const LoadProgress &)> progress;
};

struct LoadReport
{
    qint64 rows = 0;    ///< that are new in the table
    qint64 updated = 0; ///< that were there and got the file's columns
    qint64 kept = 0;    ///< that were there and stay as they are
    qint64 skipped = 0; ///< bad ones
    std::optional<schema::Table> created;
    QStringList notes;  ///< what the user should know
};

/// Loads the rows of a file into a table in one transaction: after an error or a cancellation nothing of it is there, the table
/// that it made included. No transaction may be open. `file` can seek, stands at its start, and is read once, twice for
/// `create` and for JSON. An error about a row begins with "Line N: ".
Result<LoadReport> load(driver::Connection &connection, const dialect::Dialect &dialect, QIODevice &file,
                        const LoadRequest &request, const CancelToken &token = {});

} // namespace joinery::transfer
