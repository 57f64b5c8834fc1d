// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/mysql/libmariadb.h"

#include "core/driver/late_library.h"

namespace joinery::driver::mysql {

namespace {

Libmariadb s_functions;

const char *take(const LateLibrary::Find &find)
{
#define JOINERY_LIBMARIADB_TAKE(name)                                                                                               \
    s_functions.name = reinterpret_cast<decltype(s_functions.name)>(find(#name));                                      \
    if (!s_functions.name)                                                                                             \
        return #name;
    JOINERY_LIBMARIADB(JOINERY_LIBMARIADB_TAKE)
#undef JOINERY_LIBMARIADB_TAKE
    return nullptr;
}

} // namespace

Status loadLibmariadb()
{
    static LateLibrary library("mariadb", 3, "libmariadb3");
    return library.load(take);
}

const Libmariadb &maria()
{
    return s_functions;
}

} // namespace joinery::driver::mysql
