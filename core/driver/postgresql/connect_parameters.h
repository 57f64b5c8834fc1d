// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"
#include "core/driver/socket_wait.h"

#include <vector>

namespace joinery::driver::postgresql {

/// Keywords and values for PQconnectStartParams.
class ConnectParameters
{
public:
    /// InvalidInput for a query parameter that libpq does not have.
    static Result<ConnectParameters> from(const Url &url, const ConnectOptions &options);
    /// Adds the addresses of the hosts, so that libpq itself never looks one up.
    Status lookUpHosts(Deadline deadline, const CancelToken &token);

    int timeoutSeconds() const { return m_timeoutSeconds; }
    /// "host:port" for sentences.
    QString place() const;
    /// Arrays that end with a null pointer; valid until this object changes.
    const char *const *keywords();
    const char *const *values();

private:
    void set(const QByteArray &keyword, const QByteArray &value);
    QByteArray valueOf(const QByteArray &keyword) const;

    std::vector<std::pair<QByteArray, QByteArray>> m_pairs;
    std::vector<const char *> m_keywords;
    std::vector<const char *> m_values;
    int m_timeoutSeconds = 10;
};

} // namespace joinery::driver::postgresql
