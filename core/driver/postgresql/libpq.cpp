// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/postgresql/libpq.h"

namespace joinery::driver::postgresql {

namespace {

Libpq functions;

const char *take(const LateLibrary::Find &find)
{
    JOINERY_LIBPQ(JOINERY_LATE_TAKE)
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
    return functions;
}

} // namespace joinery::driver::postgresql
