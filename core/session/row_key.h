// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

namespace joinery::session {

/// How the rows of a table are told apart.
struct RowKey
{
    enum class Kind {
        PrimaryKey,
        Unique,  ///< a unique index or constraint without NULLs
        Address, ///< the engine's own address of a row; `columns` names it
        None,    ///< views, and tables where an engine has no addresses: a row is what all its columns say
    };
    Kind kind = Kind::None;
    QStringList columns;
    QString name;        ///< of the index, may be empty
    bool ordered = true; ///< rows can be ordered and sought by it

    bool isSeekable() const { return kind != Kind::None && ordered; }
    friend bool operator==(const RowKey &, const RowKey &) = default;
};

/// The best key that the table has.
RowKey chooseRowKey(const schema::Table &table, bool isView, const dialect::Capabilities &capabilities);

/// Whether the columns of a primary key are another name of the row's address, which the engine counts up by itself.
bool isAddressAlias(const schema::Table &table, const QStringList &columns, const dialect::Capabilities &capabilities);

/// Whether `column > value` puts a value that was read from the column where ORDER BY puts it, so that rows can be
/// sought by it.
bool isSeekable(const schema::Type &type, const dialect::Capabilities &capabilities);
/// Whether `column = value` finds a value that was read from the column.
bool isComparable(const schema::Type &type, const dialect::Capabilities &capabilities);

} // namespace joinery::session
