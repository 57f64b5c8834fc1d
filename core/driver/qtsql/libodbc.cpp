// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/qtsql/libodbc.h"

#include "core/driver/late_library.h"

namespace joinery::driver::qtsql {

namespace {

Libodbc s_functions;

const char *take(const LateLibrary::Find &find)
{
#define JOINERY_LIBODBC_TAKE(name)                                                                                     \
    s_functions.name = reinterpret_cast<decltype(s_functions.name)>(find(#name));                                      \
    if (!s_functions.name)                                                                                             \
        return #name;
    JOINERY_LIBODBC(JOINERY_LIBODBC_TAKE)
#undef JOINERY_LIBODBC_TAKE
    return nullptr;
}

} // namespace

Status loadLibodbc()
{
    static LateLibrary library("odbc", 2, "libodbc2");
    return library.load(take);
}

const Libodbc &odbc() { return s_functions; }

} // namespace joinery::driver::qtsql
