// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"

namespace joinery::driver::sqlite {

/// SQLite over its own library. Query parameters of the URL: mode (ro, rw, rwc), immutable, nolock, cache, vfs as in
/// https://sqlite.org/uri.html; timeout (seconds to wait for a lock, 5); foreign_keys (on); attach (name:path, once for each
/// further file, opened with the rights of the first).
class SqliteDriver : public Driver
{
public:
    QString name() const override { return QStringLiteral("sqlite"); }
    Result<std::unique_ptr<Connection>> connect(const Url &url, const ConnectOptions &options,
                                                const CancelToken &token) const override;
};

} // namespace joinery::driver::sqlite
