// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/driver/value.h"

struct sqlite3_stmt;

namespace joinery::driver::sqlite {

/// How long the bytes of a parameter stay where they are.
enum class Lifetime {
    OfTheCall, ///< SQLite copies them
    OfTheStep, ///< they are read in place
};

/// A code of SQLite; `position` counts from 1.
int bindValue(sqlite3_stmt *statement, int position, const Value &value, Lifetime lifetime);

/// Refuses what SQLite would store as something else without a word.
Status checkStorableSlowly(const Value &value);
inline Status checkStorable(const Value &value)
{
    const ValueTag tag = value.tag();
    const bool always = tag == ValueTag::Text || tag == ValueTag::Integer || tag == ValueTag::Null || tag == ValueTag::Lexical;
    return always ? Status() : checkStorableSlowly(value);
}

/// A cell of the row that the statement stands on.
Value columnValue(sqlite3_stmt *statement, int column);

} // namespace joinery::driver::sqlite
