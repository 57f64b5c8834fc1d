// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"

#include <functional>

namespace joinery::test {

/// A real connection that tells before and after everything that it sends: statements, begins, commits, rollbacks.
class BreakingConnection : public driver::Connection
{
public:
    /// Called with the number of the message, counted from 1; `before` it is sent, and after its answer.
    using Hook = std::function<void(int message, bool before)>;

    BreakingConnection(driver::Connection &connection, Hook hook) : m_connection(connection), m_hook(std::move(hook)) {}
    int count() const { return m_count; }

    const driver::ServerInfo &server() const override { return m_connection.server(); }
    bool isOpen() const override { return m_connection.isOpen(); }
    Status ping(const CancelToken &token) override { return m_connection.ping(token); }
    Status begin(const driver::BeginOptions &options) override
    {
        return told([&] { return m_connection.begin(options); });
    }
    Status commit() override
    {
        return told([&] { return m_connection.commit(); });
    }
    Status rollback() override
    {
        return told([&] { return m_connection.rollback(); });
    }
    driver::TransactionState transactionState() const override { return m_connection.transactionState(); }
    Status setReadOnly(bool readOnly) override { return m_connection.setReadOnly(readOnly); }
    bool isReadOnly() const override { return m_connection.isReadOnly(); }
    std::vector<driver::Notice> takeNotices() override { return m_connection.takeNotices(); }

private:
    bool couldLiftReadOnly() const override { return false; } // the connection behind it judges
    Result<std::unique_ptr<driver::Cursor>> runStatement(const QString &sql, std::span<const driver::Value> parameters,
                                                         const CancelToken &token) override
    {
        return told([&] { return m_connection.execute(sql, parameters, token); });
    }

    template <class Send>
    std::invoke_result_t<Send> told(Send send)
    {
        const int message = ++m_count;
        m_hook(message, true);
        auto answer = send();
        m_hook(message, false);
        return answer;
    }

    driver::Connection &m_connection;
    Hook m_hook;
    int m_count = 0;
};

} // namespace joinery::test
