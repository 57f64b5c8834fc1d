// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/postgresql/connect_parameters.h"

#include "core/driver/host_lookup.h"
#include "core/driver/postgresql/libpq.h"

#include <algorithm>
#include <set>

namespace joinery::driver::postgresql {

namespace {

const std::set<QByteArray> &knownKeywords()
{
    static const std::set<QByteArray> known = [] {
        std::set<QByteArray> keywords;
        PQconninfoOption *options = pq().PQconndefaults();
        for (const PQconninfoOption *option = options; option && option->keyword; ++option)
            keywords.insert(option->keyword);
        pq().PQconninfoFree(options);
        return keywords;
    }();
    return known;
}

} // namespace

Result<ConnectParameters> ConnectParameters::from(const Url &url, const ConnectOptions &options)
{
    ConnectParameters parameters;
    parameters.m_timeoutSeconds = std::max(1, options.timeoutSeconds);
    QStringList hosts;
    QStringList ports;
    for (const auto &[key, value] : url.query) {
        const QByteArray keyword = key.toUtf8();
        if (keyword == "host") {
            const bool hasPort = !value.startsWith(u'/') && value.count(u':') == 1;
            hosts.append(hasPort ? value.section(u':', 0, 0) : value);
            if (hasPort)
                ports.append(value.section(u':', 1));
        } else if (!knownKeywords().contains(keyword)) {
            return fail(ErrorKind::InvalidInput, QStringLiteral("\"%1\" is no parameter of a PostgreSQL connection.").arg(key));
        } else if (keyword == "connect_timeout") {
            if (const int seconds = value.toInt(); seconds > 0)
                parameters.m_timeoutSeconds = std::min(parameters.m_timeoutSeconds, seconds);
        } else {
            parameters.set(keyword, value.toUtf8());
        }
    }
    if (!url.host.isEmpty())
        hosts = QStringList{url.host};
    if (!hosts.isEmpty())
        parameters.set("host", hosts.join(u',').toUtf8());
    if (url.port >= 0)
        parameters.set("port", QByteArray::number(url.port));
    else if (!ports.isEmpty())
        parameters.set("port", ports.join(u',').toUtf8());
    if (!url.user.isEmpty())
        parameters.set("user", url.user.toUtf8());
    if (url.hasPassword)
        parameters.set("password", url.password.toUtf8());
    if (!url.database.isEmpty())
        parameters.set("dbname", url.database.toUtf8());
    parameters.set("fallback_application_name", options.applicationName.toUtf8());
    parameters.set("client_encoding", "UTF8");
    const std::pair<const char *, const char *> patience[] = {
        {"keepalives_idle", "30"}, {"keepalives_interval", "10"}, {"keepalives_count", "3"}, {"tcp_user_timeout", "60000"}};
    for (const auto &[keyword, value] : patience) {
        if (parameters.valueOf(keyword).isEmpty())
            parameters.set(keyword, value);
    }
    return parameters;
}

Status ConnectParameters::lookUpHosts(Deadline deadline, const CancelToken &token)
{
    const QString host = QString::fromUtf8(valueOf("host"));
    if (host.isEmpty() || host.startsWith(u'/') || host.startsWith(u'@') || host.contains(u',') || !valueOf("hostaddr").isEmpty())
        return {};
    JOINERY_TRY_VALUE(const QStringList addresses, lookUpHost(host, deadline, token));
    set("host", QStringList(addresses.size(), host).join(u',').toUtf8());
    set("hostaddr", addresses.join(u',').toUtf8());
    return {};
}

QString ConnectParameters::place() const
{
    const QString host = QString::fromUtf8(valueOf("host")).section(u',', 0, 0);
    const QString port = QString::fromUtf8(valueOf("port"));
    return (host.isEmpty() ? QStringLiteral("the local server") : host) + u':' + (port.isEmpty() ? QStringLiteral("5432") : port);
}

const char *const *ConnectParameters::keywords()
{
    m_keywords.clear();
    for (const auto &pair : m_pairs)
        m_keywords.push_back(pair.first.constData());
    m_keywords.push_back(nullptr);
    return m_keywords.data();
}

const char *const *ConnectParameters::values()
{
    m_values.clear();
    for (const auto &pair : m_pairs)
        m_values.push_back(pair.second.constData());
    m_values.push_back(nullptr);
    return m_values.data();
}

void ConnectParameters::set(const QByteArray &keyword, const QByteArray &value)
{
    const auto at = std::find_if(m_pairs.begin(), m_pairs.end(), [&](const auto &pair) { return pair.first == keyword; });
    if (at != m_pairs.end())
        at->second = value;
    else
        m_pairs.emplace_back(keyword, value);
}

QByteArray ConnectParameters::valueOf(const QByteArray &keyword) const
{
    const auto at = std::find_if(m_pairs.begin(), m_pairs.end(), [&](const auto &pair) { return pair.first == keyword; });
    return at != m_pairs.end() ? at->second : QByteArray();
}

} // namespace joinery::driver::postgresql
