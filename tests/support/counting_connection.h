// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"

namespace joinery::test {

/// A real connection that counts the statements which pass through it.
class CountingConnection : public driver::Connection
{
public:
    explicit CountingConnection(driver::Connection &connection) : m_connection(connection) {}
    int count() const { return m_count; }

    const driver::ServerInfo &server() const override { return m_connection.server(); }
    bool isOpen() const override { return m_connection.isOpen(); }
    Status ping(const CancelToken &token) override { return m_connection.ping(token); }
    Status begin(const driver::BeginOptions &options) override { return m_connection.begin(options); }
    Status commit() override { return m_connection.commit(); }
    Status rollback() override { return m_connection.rollback(); }
    driver::TransactionState transactionState() const override { return m_connection.transactionState(); }
    Status setReadOnly(bool readOnly) override { return m_connection.setReadOnly(readOnly); }
    bool isReadOnly() const override { return m_connection.isReadOnly(); }
    std::vector<driver::Notice> takeNotices() override { return m_connection.takeNotices(); }

private:
    bool couldLiftReadOnly() const override { return false; } // the connection behind it judges
    Result<std::unique_ptr<driver::Cursor>> runStatement(const QString &sql, std::span<const driver::Value> parameters,
                                                         const CancelToken &token) override
    {
        ++m_count;
        return m_connection.execute(sql, parameters, token);
    }

    driver::Connection &m_connection;
    int m_count = 0;
};

} // namespace joinery::test
