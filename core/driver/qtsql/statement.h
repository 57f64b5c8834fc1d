// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"

namespace joinery::driver::qtsql {

/// One statement on its way, on the connection's own thread. Only stop() is called from elsewhere.
class Statement
{
public:
    virtual ~Statement();
    Statement() = default;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    virtual Status start(const QString &sql, std::span<const Value> parameters) = 0;
    virtual std::vector<ColumnInfo> columns() const = 0;
    /// Appends the next row; false at the end.
    virtual Result<bool> next(RowBlock &block) = 0;
    virtual qint64 affectedRows() const = 0; ///< -1 where the driver does not say
    /// Lets go of the result; some drivers read the rest of it here, and can be stopped in it.
    virtual void close() = 0;
    /// Asks the driver to end what it does, as far as it can.
    virtual void stop() = 0;
};

} // namespace joinery::driver::qtsql
