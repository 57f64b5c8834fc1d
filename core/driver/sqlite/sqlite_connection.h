// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"
#include "core/driver/sqlite/interruption.h"

struct sqlite3;

namespace joinery::driver::sqlite {

class SqliteCursor;
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
    using Connection::execute;
    Result<std::unique_ptr<Cursor>> execute(const QString &sql, std::span<const Value> parameters,
                                            const CancelToken &token) override;
    Result<std::unique_ptr<BulkInsert>> bulkInsert(const BulkTarget &target, const CancelToken &token) override;
    Status begin(const BeginOptions &options) override;
    Status commit() override;
    Status rollback() override;
    TransactionState transactionState() const override;
    Status setReadOnly(bool readOnly) override;
    bool isReadOnly() const override { return m_fileReadOnly || m_queryOnly; }
    std::vector<Notice> takeNotices() override { return {}; }

    sqlite3 *handle() const { return m_handle; }
    Interruption &interruption() { return m_interruption; }
    void cursorDone(const SqliteCursor &cursor);
    /// What refuses to run beside an open result, after a failure of the transaction, or on a read-only connection.
    Status refuse(const QString &sql) const;
    /// The error of the statement that just failed, with the damage that it did to the transaction.
    Error errorAfter(int code, const QByteArray &sql);

private:
    SqliteConnection() = default;
    Status prepareForUse(const OpenTarget &target, const ConnectOptions &options, const CancelToken &token);
    Status applyQueryOnly(bool on);

    sqlite3 *m_handle = nullptr;
    Interruption m_interruption;
    ServerInfo m_server;
    SqliteCursor *m_cursor = nullptr; ///< the one that is open
    bool m_fileReadOnly = false;
    bool m_queryOnly = false;
    bool m_readOnlyTransaction = false;
    bool m_wasInTransaction = false; ///< before the statement that runs
    bool m_failed = false;           ///< SQLite rolled the transaction back by itself
};

} // namespace joinery::driver::sqlite
