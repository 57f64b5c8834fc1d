// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"

#include <functional>

namespace joinery::worker {

/// A connection that tells every statement with the time until its first rows were there.
class LoggedConnection : public driver::Connection
{
public:
    using Log = std::function<void(const QString &sql, qint64 microseconds, const QString &failure)>;

    LoggedConnection(std::unique_ptr<driver::Connection> connection, Log log);
    ~LoggedConnection() override;

    const driver::ServerInfo &server() const override { return m_connection->server(); }
    bool isOpen() const override { return m_connection->isOpen(); }
    Status ping(const CancelToken &token) override { return m_connection->ping(token); }
    Status begin(const driver::BeginOptions &options) override;
    Status commit() override;
    Status rollback() override;
    driver::TransactionState transactionState() const override { return m_connection->transactionState(); }
    Status setReadOnly(bool readOnly) override { return m_connection->setReadOnly(readOnly); }
    bool isReadOnly() const override { return m_connection->isReadOnly(); }
    std::vector<driver::Notice> takeNotices() override { return m_connection->takeNotices(); }
    driver::CatalogSource *catalogSource() override { return m_connection->catalogSource(); }

private:
    bool couldLiftReadOnly() const override { return false; } // the connection behind it judges
    Result<std::unique_ptr<driver::Cursor>> runStatement(const QString &sql, std::span<const driver::Value> parameters,
                                                         const CancelToken &token) override;
    Result<std::unique_ptr<driver::BulkInsert>> startBulkInsert(const driver::BulkTarget &target, const CancelToken &token) override;
    Result<std::unique_ptr<driver::StatementBatch>> startBatch(const CancelToken &token) override;
    Status logged(const QString &what, const std::function<Status()> &action);

    std::unique_ptr<driver::Connection> m_connection;
    Log m_log;
};

} // namespace joinery::worker
