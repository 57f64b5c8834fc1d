// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/postgresql/libpq.h"

#include "core/driver/late_library.h"

namespace joinery::driver::postgresql {

namespace {

Libpq s_functions;

const char *take(const LateLibrary::Find &find)
{
#define JOINERY_LIBPQ_TAKE(name)                                                                                               \
    s_functions.name = reinterpret_cast<decltype(s_functions.name)>(find(#name));                                      \
    if (!s_functions.name)                                                                                             \
        return #name;
    JOINERY_LIBPQ(JOINERY_LIBPQ_TAKE)
#undef JOINERY_LIBPQ_TAKE
    return nullptr;
}

} // namespace

Status loadLibpq()
{
    static LateLibrary library("pq", 5, "libpq5");
    return library.load(take);
}

const Libpq &pq()
{
    return s_functions;
}

} // namespace joinery::driver::postgresql
