// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"

struct st_mysql_field;

namespace joinery::driver::mysql {

/// How a column's cells come and how they are held.
enum class FieldForm {
    Integer,   ///< Integer
    Unsigned,  ///< Unsigned: BIGINT UNSIGNED, whose upper half is no qint64
    Bit,       ///< Unsigned: big-endian bytes
    Year,      ///< Lexical, four digits
    Float,     ///< Lexical: the shortest digits that give the same 32 bits
    Double,    ///< Real
    Date, Time, DateTime, ///< Lexical
    Lexical,   ///< decimal, enum, set, json, uuid, inet: text of a type
    Text,
    Bytes,     ///< binary strings and geometry
};

struct Field
{
    FieldForm form = FieldForm::Text;
    int decimals = 0;  ///< fractional digits of times
    ColumnInfo info;
};

/// `currentDatabase` is left out of the origin's name.
Field describeField(const st_mysql_field &field, const QString &currentDatabase);

} // namespace joinery::driver::mysql
