// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace joinery::driver::sqlite {

/// Gives the connection two functions that read a text or blob of a rowid table through SQLite's incremental I/O
/// (https://www.sqlite.org/c3ref/blob_open.html), so that no cell is loaded whole to be shown in part:
/// joinery_cell_bytes(schema, table, column, rowid), NULL for a value of another type, and
/// joinery_cell_piece(schema, table, column, rowid, type, from, count), a text where the type is 'text', else a blob.
/// Bytes are counted from 1; texts are those of a database in UTF-8.
int addCellFunctions(sqlite3 *handle);

} // namespace joinery::driver::sqlite
