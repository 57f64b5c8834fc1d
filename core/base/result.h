// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

namespace joinery {

/// A value or an Error. A class of its own, not an alias, so that the compiler complains when one is dropped.
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error>
{
public:
    using tl::expected<T, Error>::expected;
    Result(tl::expected<T, Error> other) : tl::expected<T, Error>(std::move(other)) {}
};

using Status = Result<void>;

/// `return fail(ErrorKind::Io, "...")`: an Error of our own making.
inline tl::unexpected<Error> fail(ErrorKind kind, QString message,
                                  std::source_location where = std::source_location::current())
{
    Error error;
    error.kind = kind;
    error.message = std::move(message);
    error.where = where;
    return tl::unexpected<Error>(std::move(error));
}

inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

} // namespace joinery

#define JOINERY_CONCAT_(a, b) a##b
#define JOINERY_CONCAT(a, b) JOINERY_CONCAT_(a, b)

/// `JOINERY_TRY(connection->begin());` returns the error to the caller; the statement has no value.
#define JOINERY_TRY(expression)                                                                                        \
    if (auto &&joineryStatus = (expression); !joineryStatus)                                                           \
    return ::joinery::fail(std::move(joineryStatus).error())

/// `JOINERY_TRY_VALUE(auto cursor, connection->execute(sql));` declares `cursor` or returns the error to the caller.
#define JOINERY_TRY_VALUE(declaration, expression)                                                                     \
    auto &&JOINERY_CONCAT(joineryResult, __LINE__) = (expression);                                                     \
    if (!JOINERY_CONCAT(joineryResult, __LINE__))                                                                      \
        return ::joinery::fail(std::move(JOINERY_CONCAT(joineryResult, __LINE__)).error());                            \
    declaration = *std::move(JOINERY_CONCAT(joineryResult, __LINE__))
