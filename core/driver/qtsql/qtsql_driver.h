// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"

namespace joinery::driver::qtsql {

/// Every database that has an ODBC driver (odbc:...) or a plugin of Qt SQL (qtsql+plugin://...). URLs as in driver/url.h; the
/// query parameters of an ODBC URL are the keys of its connection string, user and password become UID and PWD.
class QtSqlDriver : public Driver
{
public:
    explicit QtSqlDriver(QString name) : m_name(std::move(name)) {}
    QString name() const override { return m_name; }
    Result<std::unique_ptr<Connection>> connect(const Url &url, const ConnectOptions &options,
                                                const CancelToken &token) const override;

private:
    QString m_name; ///< "odbc" or "qtsql"
};

} // namespace joinery::driver::qtsql
