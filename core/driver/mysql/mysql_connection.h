// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"
#include "core/driver/mysql/wire.h"

namespace joinery::driver::mysql {

class MysqlCursor;

class MysqlConnection : public Connection
{
public:
    static Result<std::unique_ptr<Connection>> open(ConnectSettings settings, const ConnectOptions &options, const CancelToken &token);

    const ServerInfo &server() const override { return m_server; }
    bool isOpen() const override { return m_wire.isOpen(); }
    Status ping(const CancelToken &token) override;
    Status begin(const BeginOptions &options) override;
    Status commit() override;
    Status rollback() override;
    TransactionState transactionState() const override;
    Status setReadOnly(bool readOnly) override;
    bool isReadOnly() const override { return m_readOnly; }
    std::vector<Notice> takeNotices() override { return std::exchange(m_notices, {}); }

    Wire &wire() { return m_wire; }
    /// For what runs statements beside execute(): refuses what must not be sent now, and notes what the connection is in.
    Status admit(const QString &sql, const CancelToken &token);
    /// max_allowed_packet, asked for once.
    Result<qint64> largestPacket();
    void resultEnded(const MysqlCursor &cursor);
    /// Adds the damage that an error did, and takes the state of the connection from it.
    Error judged(Error error, const QString &sql);
    /// Asks for the warnings of the statement that has just ended.
    void collectWarnings(const QString &sql);

private:
    Result<std::unique_ptr<BulkInsert>> startBulkInsert(const BulkTarget &target, const CancelToken &token) override;
    Result<std::unique_ptr<StatementBatch>> startBatch(const CancelToken &token) override;
    Result<std::unique_ptr<Cursor>> runStatement(const QString &sql, std::span<const Value> parameters,
                                                 const CancelToken &token) override;
    explicit MysqlConnection(ConnectSettings settings) : m_wire(std::move(settings)) {}
    Status prepareForUse(const ConnectOptions &options, const CancelToken &token);
    Status refuseInState(const QString &sql) const;

    Wire m_wire;
    ServerInfo m_server;
    std::vector<Notice> m_notices;
    qint64 m_largestPacket = 0;
    bool m_readOnly = false;
    bool m_wasInTransaction = false; ///< before the statement that runs
    QString m_notRolledBack; ///< the server's words on what its last ROLLBACK left
    bool m_failed = false;           ///< the server rolled the transaction back by itself (deadlock)
    bool m_collecting = false;
};

} // namespace joinery::driver::mysql
