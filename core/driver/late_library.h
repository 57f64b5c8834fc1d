// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QLibrary>

#include <mutex>
#include <optional>

namespace joinery::driver {

/// A client library that is loaded when the first connection wants it: libpq brings some twenty other libraries with it,
/// and a program that opens a SQLite file should neither wait for them nor need them. Thread-safe.
class LateLibrary
{
public:
    /// `name` without prefix and suffix, `version` the number behind the ".so", `package` what Debian calls it.
    LateLibrary(const char *name, int version, const char *package);

    /// Loads it once and has `resolve` take the functions; the answer of the first call is the answer of all.
    /// `resolve` gets a function that finds a symbol, or null where the library lacks it, and returns the name of the first
    /// that is missing, or null.
    using Find = std::function<QFunctionPointer(const char *)>;
    Status load(const std::function<const char *(const Find &)> &resolve);

private:
    Status open(const std::function<const char *(const Find &)> &resolve);

    QLibrary m_library;
    QString m_package;
    std::mutex m_mutex;
    std::optional<Status> m_loaded;
};

/// A library's functions are listed once, as a macro LIST(X) of X(name) X(name) ...: LIST(JOINERY_LATE_MEMBER) makes the pointers
/// of the struct that holds them, and LIST(JOINERY_LATE_TAKE) fills `functions` by `find` in what load() is given.
#define JOINERY_LATE_MEMBER(name) decltype(&::name) name = nullptr;
#define JOINERY_LATE_TAKE(name)                                                                                        \
    functions.name = reinterpret_cast<decltype(functions.name)>(find(#name));                                          \
    if (!functions.name)                                                                                               \
        return #name;

} // namespace joinery::driver
