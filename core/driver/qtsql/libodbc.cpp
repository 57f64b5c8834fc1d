// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/qtsql/libodbc.h"

namespace joinery::driver::qtsql {

namespace {

Libodbc functions;

const char *take(const LateLibrary::Find &find)
{
    JOINERY_LIBODBC(JOINERY_LATE_TAKE)
    return nullptr;
}

} // namespace

Status loadLibodbc()
{
    static LateLibrary library("odbc", 2, "libodbc2");
    return library.load(take);
}

const Libodbc &odbc() { return functions; }

} // namespace joinery::driver::qtsql
