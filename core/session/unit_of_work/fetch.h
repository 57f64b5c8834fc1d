// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>

namespace joinery::session {

/// How far one may go to get what a record does not hold.
enum class FetchFlag {
    Ask = 1,            ///< beyond what is held, at all
    Sql = 2,            ///< to the database
    Related = 4,        ///< to the database for a related record, and not only for the record itself
    Unsaved = 8,        ///< also where the record is not a row yet
    Committed = 16,     ///< by the values of the last flush, not by those that were set since
    NoAutoflush = 32,   ///< without a flush before
};
Q_DECLARE_FLAGS(Fetch, FetchFlag)
Q_DECLARE_OPERATORS_FOR_FLAGS(Fetch)

inline constexpr Fetch kFetch = FetchFlag::Ask | FetchFlag::Sql | FetchFlag::Related | FetchFlag::Unsaved;
inline constexpr Fetch kHeld = FetchFlag::Sql | FetchFlag::Related | FetchFlag::Unsaved; ///< only what is there
inline constexpr Fetch kWithoutSql = FetchFlag::Ask | FetchFlag::Related | FetchFlag::Unsaved;
inline constexpr Fetch kWithoutRelated = FetchFlag::Ask | FetchFlag::Sql | FetchFlag::Unsaved;

} // namespace joinery::session
