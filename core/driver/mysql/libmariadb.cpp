// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/mysql/libmariadb.h"

namespace joinery::driver::mysql {

namespace {

Libmariadb functions;

const char *take(const LateLibrary::Find &find)
{
    JOINERY_LIBMARIADB(JOINERY_LATE_TAKE)
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
    return functions;
}

} // namespace joinery::driver::mysql
