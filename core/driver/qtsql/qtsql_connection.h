// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/qtsql/database.h"
#include "core/driver/qtsql/own_thread.h"

namespace joinery::driver::qtsql {

class QtSqlConnection : public Connection
{
public:
    static Result<std::unique_ptr<Connection>> open(ConnectText text, const ConnectOptions &options, const CancelToken &token);
    ~QtSqlConnection() override;

    const ServerInfo &server() const override { return m_server; }
    bool isOpen() const override { return m_open; }
    Status ping(const CancelToken &token) override;
    Status begin(const BeginOptions &options) override;
    Status commit() override;
    Status rollback() override;
    TransactionState transactionState() const override;
    Status setReadOnly(bool readOnly) override;
    bool isReadOnly() const override { return m_readOnly; }
    std::vector<Notice> takeNotices() override { return std::exchange(m_notices, {}); }
    CatalogSource *catalogSource() override { return m_catalog.get(); }

    /// Does a piece of work on the connection's thread and waits for it. `held` is what the work needs, kept alive where
    /// the thread is given up. An error is a lost connection, or a cancellation that the driver did not heed.
    Status onThread(std::function<void()> work, const CancelToken &token, const std::function<void()> &stop = {});
    /// Cleaning up there, whatever became of the connection; stopped after `stopAt`.
    void let(std::function<void()> work, const std::function<void()> &stop = {}, Deadline stopAt = {});
    const std::shared_ptr<Database> &database() const { return m_database; }
    /// The error of a statement with the damage that it did.
    Error judged(Error error, const QString &sql, const CancelToken &token);

private:
    QtSqlConnection() = default;
    Result<std::unique_ptr<Cursor>> runStatement(const QString &sql, std::span<const Value> parameters,
                                                 const CancelToken &token) override;
    Result<std::unique_ptr<Cursor>> runTransactionWords(const QString &sql);
    Status refuseInState(const QString &sql) const;
    bool couldLiftReadOnly() const override { return m_readOnly || m_readOnlyTransaction; }
    void describeServer(const ConnectText &text);
    Status endTransaction(Status (Database::*end)(), const QString &words);

    OwnThread m_thread;
    std::shared_ptr<Database> m_database; ///< of the thread; shared with what runs there
    std::unique_ptr<CatalogSource> m_catalog;
    ServerInfo m_server;
    std::vector<Notice> m_notices;
    bool m_open = false;
    bool m_inTransaction = false;
    bool m_readOnly = false;
    bool m_readOnlyTransaction = false;
};

} // namespace joinery::driver::qtsql
