// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/driver/sqlite/sqlite_driver.h"

namespace joinery {

namespace {

const driver::Driver *findDriver(const QString &name)
{
    static const driver::sqlite::SqliteDriver sqlite;
    static const driver::Driver *const drivers[] = {&sqlite};
    for (const driver::Driver *driver : drivers) {
        if (driver->name() == name)
            return driver;
    }
    return nullptr;
}

} // namespace

Result<std::unique_ptr<driver::Connection>> connect(const driver::Url &url, const driver::ConnectOptions &options,
                                                    const CancelToken &token)
{
    const driver::Driver *driver = findDriver(url.dialect);
    if (!driver)
        return fail(ErrorKind::Unsupported, QStringLiteral("There is no driver for %1.").arg(url.dialect));
    return driver->connect(url, options, token);
}

} // namespace joinery
