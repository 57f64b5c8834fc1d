// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

#include <functional>

class QLockFile;

namespace joinery::migration {

/// Opens one more session to the same database, for the lock.
using Connector = std::function<Result<std::unique_ptr<driver::Connection>>()>;

/// Held while a database is migrated, against every other process that does. It is gone when the process or its session
/// is gone, however that came.
class MigrationLock
{
public:
    /// Waits up to `timeoutSeconds`; Busy with the holder's name then.
    static Result<MigrationLock> acquire(const dialect::Dialect &dialect, const driver::ServerInfo &server,
                                         const Connector &connector, int timeoutSeconds, const CancelToken &token);
    /// An error where the session that holds the lock is gone, and with it the lock.
    Status check();
    MigrationLock(MigrationLock &&) noexcept;
    MigrationLock &operator=(MigrationLock &&) noexcept;
    ~MigrationLock();

private:
    MigrationLock();
    Status takeFile(const QString &database, int timeoutSeconds, const CancelToken &token);
    Status takeSession(const dialect::SessionLock &lock, const Connector &connector, int timeoutSeconds,
                       const CancelToken &token);

    std::unique_ptr<QLockFile> m_file;
    std::unique_ptr<driver::Connection> m_session;
    QString m_release;
};

} // namespace joinery::migration
