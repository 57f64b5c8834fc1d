// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"
#include "core/driver/sqlite/interruption.h"

struct sqlite3;

namespace joinery::driver::sqlite {

struct OpenTarget;

class SqliteConnection : public Connection
{
public:
    static Result<std::unique_ptr<Connection>> open(const OpenTarget &target, const ConnectOptions &options,
                                                    const CancelToken &token);
    ~SqliteConnection() override;

    const ServerInfo &server() const override { return m_server; }
    bool isOpen() const override { return m_handle != nullptr; }
    Status ping(const CancelToken &token) override;
    Status begin(const BeginOptions &options) override;
    Status commit() override;
    Status rollback() override;
    TransactionState transactionState() const override;
    Status setReadOnly(bool readOnly) override;
    bool isReadOnly() const override { return m_fileReadOnly || m_queryOnly; }
    std::vector<Notice> takeNotices() override { return {}; }

    /// For what runs statements beside execute(): refuses what must not be sent now, and notes what the connection is in.
    Status admit(const QString &sql, const CancelToken &token);
    sqlite3 *handle() const { return m_handle; }
    Interruption &interruption() { return m_interruption; }
    /// The error of the statement that just failed, with the damage that it did to the transaction.
    Error errorAfter(int code, const QByteArray &sql);

private:
    Result<std::unique_ptr<BulkInsert>> startBulkInsert(const BulkTarget &target, const CancelToken &token) override;
    Result<std::unique_ptr<StatementBatch>> startBatch(const CancelToken &token) override;
    Result<std::unique_ptr<Cursor>> runStatement(const QString &sql, std::span<const Value> parameters,
                                                 const CancelToken &token) override;
    /// The handle of a file that is open for reading alone cannot be talked into writing.
    bool couldLiftReadOnly() const override { return m_queryOnly && !m_fileReadOnly; }
    SqliteConnection() = default;
    Status prepareForUse(const OpenTarget &target, const ConnectOptions &options, const CancelToken &token);
    Status attach(const OpenTarget &target, const CancelToken &token);
    Status tellJournal(const OpenTarget &target, const CancelToken &token);
    Status refuseInState(const QString &sql) const;
    Status applyQueryOnly(bool on);

    sqlite3 *m_handle = nullptr;
    Interruption m_interruption;
    ServerInfo m_server;
    bool m_fileReadOnly = false;
    bool m_queryOnly = false;
    bool m_readOnlyTransaction = false;
    bool m_wasInTransaction = false; ///< before the statement that runs
    bool m_failed = false;           ///< SQLite rolled the transaction back by itself
};

} // namespace joinery::driver::sqlite
